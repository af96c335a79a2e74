package se.samplan.client;

/** Why a command failed; shown to the user with the next step. */
public class Unsuccessful extends RuntimeException {

    public Unsuccessful(String message) {
        super(message);
    }

    public Unsuccessful(String message, Throwable cause) {
        super(message, cause);
    }
}

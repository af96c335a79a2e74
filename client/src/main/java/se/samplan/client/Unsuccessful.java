package se.samplan.client;

/** A reason why a command could not do its work, told to the person at the keyboard with what to do next. */
public class Unsuccessful extends RuntimeException {

    public Unsuccessful(String message) {
        super(message);
    }

    public Unsuccessful(String message, Throwable cause) {
        super(message, cause);
    }
}

package se.samplan.client.operation;

import java.io.IOException;
import java.net.URI;
import se.samplan.client.Unsuccessful;

/** Nothing answers where a Samplan should be. */
final class NoAnswer extends Unsuccessful {

    private static final long serialVersionUID = 1;

    NoAnswer(URI samplan, IOException cause) {
        super(
                "No Samplan answers at " + samplan + ". Start one with ./samplan run, or give its address with --url.",
                cause);
    }
}

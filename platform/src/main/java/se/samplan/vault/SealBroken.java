package se.samplan.vault;

import java.util.UUID;

/** A sealed value was tampered with, or moved from the place it was sealed for. */
public final class SealBroken extends RuntimeException {

    private static final long serialVersionUID = 1;

    SealBroken(UUID dataKey, Exception cause) {
        super("a field sealed under data key " + dataKey + " does not open where it stands", cause);
    }
}

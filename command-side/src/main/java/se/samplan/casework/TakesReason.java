package se.samplan.casework;

import org.jspecify.annotations.Nullable;

/** A command that sets something in motion and takes a reason for it; after a death it needs one. */
public interface TakesReason extends CaseCommand {

    @Nullable
    Sealed reason();
}

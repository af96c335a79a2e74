package se.samplan.enrolment;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.samplan.casework.Sealed;
import se.samplan.command.EffectiveAt;

/**
 * How an enrolment ended, and what was left open.
 *
 * @param leftOpenReason needed if anything was
 */
record Ending(
        Outcome outcome,
        List<UUID> leftOpen,
        @Nullable Sealed leftOpenReason,
        @Nullable Sealed explanation,
        EffectiveAt effectiveAt) {}

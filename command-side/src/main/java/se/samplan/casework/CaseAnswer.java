package se.samplan.casework;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A case's answer to a command, computed from its state afterwards: the same for a first request and a repeated one,
 * and limited to what the reader may know now.
 *
 * @param entry the entry that the command created or updated
 * @param responseFields what the capabilities add to it
 * @param version the version of the case that the reader sees; hash it before showing it
 * @param at the moment of the decision, by the clock
 * @param dueBefore the earliest deadline ahead before the command
 * @param due the earliest deadline ahead after it; where time was let pass, ahead of the time it passed to
 */
public record CaseAnswer(
        UUID entry,
        Map<String, Object> responseFields,
        String version,
        Instant at,
        @Nullable Instant dueBefore,
        @Nullable Instant due) {}

package se.samplan.casework;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a case answers to a command, computed from its state afterwards: the same for the first sending and a repeated
 * one, and cut to what its reader may know now.
 *
 * @param entry the entry that the command made or went on with
 * @param responseFields what the capabilities tell beside it
 * @param version the version of the case that the reader sees; to be hashed before it is shown
 * @param at the moment by the clock at which it was decided
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

package se.samplan.casework;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A time at which a case must be checked: something lapses unless it is answered.
 *
 * @param at the first instant at which it has lapsed
 * @param lapse the event that says so, effective at that instant; absent where there is only something to check
 */
public record Deadline(Instant at, @Nullable Lapse lapse) {}

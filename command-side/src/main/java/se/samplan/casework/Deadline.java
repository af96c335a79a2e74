package se.samplan.casework;

import java.time.Instant;

/**
 * Something that lapses unless it is answered.
 *
 * @param at the first instant at which it has lapsed
 * @param lapse the event that says so; it took effect at that instant
 */
public record Deadline(Instant at, CaseEvent lapse) {}

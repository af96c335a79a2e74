package se.samplan.coordination;

import java.util.UUID;
import se.samplan.consent.Audience;

/**
 * Something that is still open in a case.
 *
 * @param type what it is, as a code
 * @param audience who may know that it is open
 */
public record OpenEntry(UUID entry, String type, LaneId lane, Audience audience) {}

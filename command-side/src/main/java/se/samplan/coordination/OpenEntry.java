package se.samplan.coordination;

import java.util.UUID;
import se.samplan.consent.Audience;

/**
 * Something that is still open in a case.
 *
 * @param audience who may know that it is open
 */
public record OpenEntry(UUID entry, EntryKind what, LaneId lane, Audience audience) {}

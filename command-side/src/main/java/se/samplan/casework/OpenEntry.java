package se.samplan.casework;

import java.util.UUID;

/**
 * Something that is still open in a case.
 *
 * @param audience who may know that it is open
 */
public record OpenEntry(UUID entry, EntryKind what, LaneId lane, Audience audience) {}

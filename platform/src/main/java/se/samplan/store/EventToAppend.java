package se.samplan.store;

import java.util.Map;
import java.util.UUID;

/**
 * An event that is being appended; its index and time are the database's to give.
 *
 * @param stream the stream it is appended to
 * @param sequence its place in the stream, from 0
 * @param event what happened
 * @param metadata who, for whom, on what ground
 */
public record EventToAppend(UUID stream, int sequence, Object event, Map<String, String> metadata) {}

package se.samplan.store;

import java.util.Map;
import java.util.UUID;

/**
 * An event to be appended; the database assigns its index and time.
 *
 * @param stream the stream it is appended to
 * @param sequence its sequence number in the stream, from 0
 * @param event what happened
 * @param metadata who, for whom, on what ground
 */
public record EventToAppend(UUID stream, int sequence, Object event, Map<String, String> metadata) {}

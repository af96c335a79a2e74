package se.samplan.store;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * An event as it stands in the store.
 *
 * @param globalIndex its place among all events; rises, with holes
 * @param sequence its place in its stream, from 0, without holes
 * @param type its stored name
 * @param recordedAt when the database recorded it; never falls within a stream
 * @param metadata actor, organisation, branch, ground, policy, correlation and causation, flat
 */
public record RecordedEvent(
        long globalIndex,
        UUID stream,
        int sequence,
        String type,
        Instant recordedAt,
        Map<String, String> metadata,
        Object event) {}

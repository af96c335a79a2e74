package se.samplan.bench;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import se.samplan.casework.LaneId;
import se.samplan.casework.Provenance;
import se.samplan.event.EventCatalogue;
import se.samplan.plan.ActivityEvent.ActivityPlanned;
import se.samplan.plan.ActivityId;
import se.samplan.plan.ActivityKind;
import se.samplan.plan.PlanId;
import se.samplan.store.EventCodec;
import tools.jackson.databind.json.JsonMapper;

/** A place in a stream, and the usual event there: each stream gets as many as a case has. */
final class Sample {

    private static final int EVENTS_OF_A_STREAM = 25;

    private static final LaneId LANE = LaneId.of("1481:LABOUR_MARKET");
    private static final ActivityPlanned EVENT = new ActivityPlanned(
            new ActivityId(UUID.randomUUID()),
            LANE,
            LANE,
            new PlanId(UUID.randomUUID()),
            ActivityKind.COACHING,
            LocalDate.of(2025, 3, 17),
            LocalDate.of(2025, 6, 13),
            new BigDecimal("12.5"),
            null,
            false,
            null,
            Provenance.OWN,
            null,
            null,
            Instant.parse("2025-03-10T08:15:30Z"));
    private static final Map<String, String> METADATA = Map.of(
            "actor", UUID.randomUUID().toString(),
            "organisation", "1481",
            "branch", "LABOUR_MARKET",
            "causation", UUID.randomUUID().toString(),
            "correlation", UUID.randomUUID().toString());

    private UUID stream = UUID.randomUUID();
    private int sequence = -1;

    /** Goes to the next place. */
    void next() {
        if (++sequence == EVENTS_OF_A_STREAM) {
            stream = UUID.randomUUID();
            sequence = 0;
        }
    }

    UUID stream() {
        return stream;
    }

    int sequence() {
        return sequence;
    }

    /** The event as the product stores it. */
    static EventCodec.Stored stored() {
        return new EventCodec(EventCatalogue.all()).encode(EVENT);
    }

    /** Its metadata as the product stores them. */
    static byte[] storedMetadata() {
        return new JsonMapper().writeValueAsBytes(new TreeMap<>(METADATA));
    }

    DomainEventMessage<?> message() {
        return new GenericDomainEventMessage<>("CoordinationCase", stream.toString(), sequence, EVENT, METADATA);
    }
}

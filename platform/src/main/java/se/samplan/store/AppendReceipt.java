package se.samplan.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/**
 * The indexes and time that the database assigned to the events a unit of work appended to one stream.
 *
 * @param stream the stream
 * @param firstSequence the first event's sequence number in the stream
 * @param lastSequence that of the last
 * @param globalIndex the last event's index among all events
 * @param recordedAt when the last was recorded
 */
public record AppendReceipt(UUID stream, int firstSequence, int lastSequence, long globalIndex, Instant recordedAt) {

    private static final String RESOURCE = AppendReceipt.class.getName();

    /** The receipt of the unit's last event; empty if it appended none. Known from the prepare-commit phase on. */
    public static Optional<AppendReceipt> last(UnitOfWork<?> unit) {
        return all(unit).stream().max((a, b) -> Long.compare(a.globalIndex, b.globalIndex));
    }

    /** The receipts of the unit, one for each stream, in the order appended. */
    public static List<AppendReceipt> all(UnitOfWork<?> unit) {
        return List.copyOf(unit.root().getOrDefaultResource(RESOURCE, List.<AppendReceipt>of()));
    }

    static void keep(UnitOfWork<?> unit, AppendReceipt receipt) {
        List<AppendReceipt> kept = unit.root().getOrComputeResource(RESOURCE, key -> new ArrayList<>());
        for (int i = 0; i < kept.size(); i++) {
            if (kept.get(i).stream.equals(receipt.stream)) {
                kept.set(i, kept.get(i).then(receipt));
                return;
            }
        }
        kept.add(receipt);
    }

    private AppendReceipt then(AppendReceipt later) {
        return new AppendReceipt(stream, firstSequence, later.lastSequence, later.globalIndex, later.recordedAt);
    }
}

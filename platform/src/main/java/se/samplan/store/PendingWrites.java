package se.samplan.store;

import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/** Rows that the current unit of work writes beside its events, in the same execute; alone if it has no events. */
public final class PendingWrites {

    private static final String RESOURCE = PendingWrites.class.getName();

    private final CommandWrites commandWrites;

    PendingWrites(DataSource commands) {
        commandWrites = new CommandWrites(commands);
    }

    /** Writes this row. */
    public void add(Sql row) {
        add(events -> List.of(row));
    }

    /** Writes the rows that follow from what the unit appended; they are asked once, with no events if there are none. */
    public void add(InlineProjection rows) {
        var unit = CurrentUnitOfWork.get().root();
        if (unit.phase().isAfter(UnitOfWork.Phase.PREPARE_COMMIT)) {
            throw new IllegalStateException("the unit of work has written its rows");
        }
        List<InlineProjection> waiting = unit.getOrComputeResource(RESOURCE, key -> {
            // Registered anew when its turn comes, so that it runs after the events were appended with the rows.
            unit.onPrepareCommit(first -> unit.onPrepareCommit(last -> writeAlone()));
            return new ArrayList<>();
        });
        waiting.add(rows);
    }

    /** The rows waiting in the current unit of work, which are the caller's to write. */
    static List<Sql> take(List<EventToAppend> events) {
        if (!CurrentUnitOfWork.isStarted()) {
            return List.of();
        }
        List<InlineProjection> waiting =
                CurrentUnitOfWork.get().root().getOrDefaultResource(RESOURCE, new ArrayList<>());
        var rows = waiting.stream().flatMap(each -> each.rows(events).stream()).toList();
        waiting.clear();
        return rows;
    }

    private void writeAlone() {
        var trip = new StatementBatch();
        take(List.of()).forEach(trip::update);
        if (trip.isEmpty()) {
            return;
        }
        commandWrites.execute(trip);
    }
}

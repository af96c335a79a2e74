package se.samplan.store;

import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/** Rows that the current unit of work writes with its events in one round trip, or alone if it has no events. */
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

    /**
     * Writes the rows that this derives from the events the unit appends; called once, without events if there are
     * none.
     */
    public void add(InlineProjection rows) {
        var unit = CurrentUnitOfWork.get().root();
        if (unit.phase().isAfter(UnitOfWork.Phase.PREPARE_COMMIT)) {
            throw new IllegalStateException("the unit of work has already written its rows");
        }
        List<InlineProjection> pending = unit.getOrComputeResource(RESOURCE, key -> {
            // Registers again when it runs, so that it writes after the events were appended with their rows.
            unit.onPrepareCommit(first -> unit.onPrepareCommit(last -> writeAlone()));
            return new ArrayList<>();
        });
        pending.add(rows);
    }

    /** Removes the pending rows of the current unit of work for the caller to write. */
    static List<Sql> take(List<EventToAppend> events) {
        if (!CurrentUnitOfWork.isStarted()) {
            return List.of();
        }
        List<InlineProjection> pending =
                CurrentUnitOfWork.get().root().getOrDefaultResource(RESOURCE, new ArrayList<>());
        var rows = pending.stream().flatMap(each -> each.rows(events).stream()).toList();
        pending.clear();
        return rows;
    }

    private void writeAlone() {
        var batch = new StatementBatch();
        take(List.of()).forEach(batch::update);
        if (batch.isEmpty()) {
            return;
        }
        commandWrites.execute(batch);
    }
}

package se.samplan.coordination;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.samplan.casework.CaseId;
import se.samplan.casework.LaneId;
import se.samplan.command.EffectiveAt;
import se.samplan.http.StackLocations;
import se.samplan.pipeline.CommandDispatcher;
import se.samplan.refusal.Rejected;

/** Lets time pass in every case whose earliest deadline has come; any number of processes share the one task. */
final class Deadlines {

    private static final Logger LOG = LoggerFactory.getLogger(Deadlines.class);
    static final int PAGE = 100;

    private final JdbcClient jdbc;
    private final CommandDispatcher commands;
    private final Clock clock;

    private record DueCase(UUID caseId, Instant at) {}

    Deadlines(JdbcClient jdbc, CommandDispatcher commands, Clock clock) {
        this.jdbc = jdbc;
        this.commands = commands;
        this.clock = clock;
    }

    RecurringTask<Void> task(Duration every) {
        return Tasks.recurring("deadlines", FixedDelay.of(every)).execute((instance, context) -> fire());
    }

    /**
     * Goes once through everything due now, page by page; a case that fails keeps its row, and the next round retries
     * it.
     */
    void fire() {
        var now = clock.instant();
        var page = page(now, new DueCase(new UUID(0, 0), Instant.EPOCH));
        while (!page.isEmpty() && !Thread.currentThread().isInterrupted()) {
            page.forEach(due -> letTimePass(due, now));
            page = page(now, page.getLast());
        }
    }

    private void letTimePass(DueCase due, Instant now) {
        try {
            commands.send(new LetTimePass(new CaseId(due.caseId), LaneId.AGENCY, EffectiveAt.instant(now)));
        } catch (Rejected rejected) {
            LOG.warn(
                    "deadline of case {} waits: {}",
                    due.caseId,
                    rejected.reason().name());
        } catch (RuntimeException | Error failure) {
            LOG.error("deadline of case {} failed: {}", due.caseId, StackLocations.of(failure));
        }
    }

    private List<DueCase> page(Instant now, DueCase after) {
        return jdbc.sql("""
                        select case_id, due_at from samplan.due
                        where due_at <= ? and (due_at, case_id) > (?, ?)
                        order by due_at, case_id limit ?""")
                .params(Timestamp.from(now), Timestamp.from(after.at), after.caseId, PAGE)
                .query((row, number) -> new DueCase(
                        row.getObject(1, UUID.class), row.getTimestamp(2).toInstant()))
                .list();
    }
}

package se.samplan.rights;

import java.util.Objects;
import java.util.function.LongConsumer;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import se.samplan.refusal.Rejected;
import se.samplan.store.EventReader;

/**
 * Compares the rows of rights with those that follow from the events. Rows are written by the very transaction that
 * appends the events, so those of one snapshot belong together, whatever goes on meanwhile. What is due is left out: it
 * follows from a whole case by the rules of the version that last decided.
 */
@Component
public class RightsCheck {

    private final DataSource source;
    private final EventReader events;
    private final TransactionTemplate snapshot;

    RightsCheck(@Qualifier("readingDataSource") DataSource source, EventReader events) {
        this.source = source;
        this.events = events;
        snapshot = new TransactionTemplate(new JdbcTransactionManager(source));
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /**
     * What differs; an event that cannot be read is a difference too.
     *
     * @param done is told now and then how many events have been taken
     * @throws Rejected {@code TEMPORARY_TABLES_NOT_GRANTED}
     */
    public RightsDifferences run(LongConsumer done) {
        return Objects.requireNonNull(snapshot.execute(begun -> {
            var expected = ExpectedRights.none(source, events, done);
            expected.take(0, Long.MAX_VALUE);
            return expected.differences();
        }));
    }
}

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
 * Compares the access rows with those derived from the events. The transaction that appends the events writes
 * the rows too, so both agree within one snapshot, whatever happens meanwhile. Deadlines are left out: they follow from
 * a whole case by the rules of the version that last decided.
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
     * Returns the differences; an unreadable event counts as one.
     *
     * @param done receives the number of events processed, every so often
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

package se.samplan.store;

import javax.sql.DataSource;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Whether a transaction of a data source is under way on this thread. */
final class Transactions {

    private Transactions() {}

    static void requireOne(DataSource source) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()
                || !TransactionSynchronizationManager.hasResource(source)) {
            throw new IllegalStateException("no transaction of this data source is under way");
        }
    }
}

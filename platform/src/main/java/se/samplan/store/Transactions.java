package se.samplan.store;

import javax.sql.DataSource;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Requires a transaction of a data source on this thread. */
final class Transactions {

    private Transactions() {}

    static void requireOne(DataSource source) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()
                || !TransactionSynchronizationManager.hasResource(source)) {
            throw new IllegalStateException("there is no transaction of this data source on this thread");
        }
    }
}

package se.samplan.follow;

import org.axonframework.common.transaction.Transaction;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;

/** Reports failed transactions, such as that of a token that could not be stored without any event. */
final class ObservedTransactions implements TransactionManager {

    private final TransactionManager transactions;
    private final Runnable onFailure;

    ObservedTransactions(TransactionManager transactions, Runnable onFailure) {
        this.transactions = transactions;
        this.onFailure = onFailure;
    }

    @Override
    public Transaction startTransaction() {
        return transactions.startTransaction();
    }

    @Override
    public void executeInTransaction(Runnable task) {
        try {
            transactions.executeInTransaction(task);
        } catch (UnableToClaimTokenException claimedElsewhere) {
            throw claimedElsewhere; // no failure: the process that holds it continues
        } catch (RuntimeException e) {
            onFailure.run();
            throw e;
        }
    }
}

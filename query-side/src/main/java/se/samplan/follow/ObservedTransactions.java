package se.samplan.follow;

import org.axonframework.common.transaction.Transaction;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;

/** Transactions that report a failure, as of a token that could not be stored where there was no event to take. */
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
            throw claimedElsewhere; // no failure: the process that has it goes on
        } catch (RuntimeException e) {
            onFailure.run();
            throw e;
        }
    }
}

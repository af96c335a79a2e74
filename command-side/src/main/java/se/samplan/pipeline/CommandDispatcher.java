package se.samplan.pipeline;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.ConcurrencyException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import se.samplan.access.AccessRefusal;
import se.samplan.command.Command;
import se.samplan.command.CommandMetadata;
import se.samplan.refusal.Rejected;
import se.samplan.store.DuplicateRow;
import se.samplan.store.HistoryNotReadable;

/** Sends commands: limits concurrency, retries on conflicts. */
@Component
public class CommandDispatcher {

    private final CommandGateway gateway;
    private final CaseAccessLog accessLog;
    private final Semaphore permits;
    private final Duration patience;

    CommandDispatcher(
            CommandBus bus,
            CaseAccessLog accessLog,
            @Value("${samplan.commands.at-once:16}") int atOnce,
            @Value("${samplan.commands.patience:PT10S}") Duration patience) {
        gateway = DefaultCommandGateway.builder()
                .commandBus(bus)
                .retryScheduler(ConcurrencyRetries.create())
                .build();
        this.accessLog = accessLog;
        permits = new Semaphore(atOnce, true);
        this.patience = patience;
    }

    /**
     * Sends a command for a caller.
     *
     * @throws Rejected with the reason why it is refused
     */
    public Receipt send(Command command, CommandEnvelope envelope) {
        return send(command, MetaData.with(CommandMetadata.ENVELOPE, envelope));
    }

    /** Sends a command for the program itself, as the clock does. */
    public Receipt send(Command command) {
        return send(command, MetaData.emptyInstance());
    }

    private Receipt send(Command command, MetaData metadata) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("a command ends its transaction, so it cannot be sent within another");
        }
        PlainTexts.check(command);
        enter();
        try {
            return gateway.sendAndWait(new GenericCommandMessage<>(command, metadata));
        } catch (RefusedByCase refused) {
            accessLog.write(refused.accessLogRow());
            throw refused.refusal();
        } catch (ConcurrencyException | DuplicateRow _) {
            throw new Rejected(SendingRefusal.TRY_AGAIN);
        } catch (HistoryNotReadable _) {
            throw new Rejected(AccessRefusal.HISTORY_NOT_READABLE);
        } finally {
            permits.release();
        }
    }

    private void enter() {
        try {
            Rejected.unless(permits.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS), AccessRefusal.TOO_BUSY);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Rejected(AccessRefusal.TOO_BUSY);
        }
    }
}

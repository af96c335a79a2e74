package se.samplan.store;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.util.UUID;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.axonframework.serialization.Revision;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** A stream for tests: a notebook is opened, and notes are written in it. */
@Aggregate
public class Notebook {

    @SuppressWarnings("UnusedVariable") // Axon reads it
    @AggregateIdentifier
    private @Nullable UUID id;

    private int notes;

    record Open(UUID id) {}

    record Write(@TargetAggregateIdentifier UUID id, String text, int times) {}

    @Revision("1")
    record NotebookOpened(UUID id) {}

    @Revision("1")
    record Noted(String text) {}

    Notebook() {}

    @CommandHandler
    Notebook(Open command) {
        apply(new NotebookOpened(command.id()));
    }

    @CommandHandler
    int write(Write command) {
        for (int i = 0; i < command.times(); i++) {
            apply(new Noted(command.text()));
        }
        return notes;
    }

    @EventSourcingHandler
    void on(NotebookOpened event) {
        id = event.id();
    }

    @EventSourcingHandler
    void on(Noted event) {
        notes++;
    }
}

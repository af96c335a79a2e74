package se.samplan.fold;

import java.util.List;
import se.samplan.casework.CaseEvent;
import se.samplan.store.RecordedEvent;

/** A fold that forwards to another, for a test to override what it wants otherwise. */
public class ForwardingFold<V> implements Fold<V> {

    private final Fold<V> fold;

    public ForwardingFold(Fold<V> fold) {
        this.fold = fold;
    }

    @Override
    public String name() {
        return fold.name();
    }

    @Override
    public int revision() {
        return fold.revision();
    }

    @Override
    public Class<V> type() {
        return fold.type();
    }

    @Override
    public V nothing() {
        return fold.nothing();
    }

    @Override
    public V evolve(V view, CaseEvent event, FactTime when) {
        return fold.evolve(view, event, when);
    }

    @Override
    public List<?> rows(V view) {
        return fold.rows(view);
    }

    @Override
    public V evolve(V view, RecordedEvent recorded) {
        return fold.evolve(view, recorded);
    }
}

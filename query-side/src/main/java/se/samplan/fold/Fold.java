package se.samplan.fold;

import java.util.List;
import se.samplan.casework.CaseEvent;
import se.samplan.store.RecordedEvent;

/**
 * A pure fold of a case's stream into a view. Its law: folding in recorded order and in effective order (by
 * {@link FactTime}) gives the same view.
 */
public interface Fold<V> {

    /** Names the view; its documents are kept under it. */
    String name();

    /** Raised when the view changes its shape or meaning, so that older documents are built anew. */
    default int revision() {
        return 1;
    }

    Class<V> type();

    /** The view of a case in which nothing has happened. */
    V nothing();

    /** The view after one more event of the case; an exhaustive switch, so that the compiler names what is forgotten. */
    V evolve(V view, CaseEvent event, FactTime when);

    /** What lists and reports ask the view for; stored beside it and replaced with it. */
    default List<?> rows(V view) {
        return List.of();
    }

    /** The view after one more event, as it is read from the store. */
    default V evolve(V view, RecordedEvent recorded) {
        var event = (CaseEvent) recorded.event();
        return evolve(view, event, new FactTime(event.effectiveAt(), recorded.sequence()));
    }
}

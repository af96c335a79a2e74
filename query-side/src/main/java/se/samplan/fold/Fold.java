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

    /** Raised when the view's shape or meaning changes, so that older documents are rebuilt. */
    default int revision() {
        return 1;
    }

    Class<V> type();

    /** The view of a case in which nothing has happened. */
    V nothing();

    /** The view after one more event; an exhaustive switch, so that the compiler reports forgotten events. */
    V evolve(V view, CaseEvent event, FactTime when);

    /** The rows that lists and reports query; stored with the view and replaced with it. */
    default List<?> rows(V view) {
        return List.of();
    }

    /** The view after one more event as read from the store. */
    default V evolve(V view, RecordedEvent recorded) {
        var event = (CaseEvent) recorded.event();
        return evolve(view, event, new FactTime(event.effectiveAt(), recorded.sequence()));
    }
}

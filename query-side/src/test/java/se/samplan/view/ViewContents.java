package se.samplan.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import org.bson.Document;
import se.samplan.QueryWorld.Someone;
import se.samplan.casework.CaseEvent;
import se.samplan.casework.CaseOpened;
import se.samplan.fold.Fold;
import se.samplan.fold.FoldLawTest;
import se.samplan.fold.Histories;
import se.samplan.plans.StoryEvents;
import se.samplan.store.EventReader;

/** What the views show of what has happened. */
public record ViewContents(Views views, EventReader events) {

    /** Its document is what a fresh fold of its events gives. */
    public <V> void isTheFoldOfItsStream(Someone someone, Fold<V> fold) {
        var fresh = FoldLawTest.fold(fold, events.ofStream(someone.caseId().value()));
        assertThat(views.of(someone.caseId().value(), fold)).isEqualTo(fresh);
    }

    /** All documents by their ids. */
    public Map<String, Document> contents() {
        var contents = new HashMap<String, Document>();
        views.ask(documents -> documents.find().into(new ArrayList<>()))
                .forEach(document -> contents.put(document.getString("_id"), document));
        return contents;
    }

    /** A generated history, as it would be of this person. */
    public static CaseEvent[] history(Someone someone, long seed) {
        return Histories.of(seed, 30).stream()
                .map(recorded -> recorded.event() instanceof CaseOpened opened
                        ? StoryEvents.opened(someone, opened.lane(), opened.effectiveAt())
                        : (CaseEvent) recorded.event())
                .toArray(CaseEvent[]::new);
    }
}

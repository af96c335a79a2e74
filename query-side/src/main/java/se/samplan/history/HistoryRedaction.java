package se.samplan.history;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import se.samplan.casefile.OpenedTexts;
import se.samplan.casefile.Visibility;
import se.samplan.casework.AudienceTracker;
import se.samplan.casework.CaseEvent;
import se.samplan.casework.CaseOpened;
import se.samplan.casework.EnteredInError;
import se.samplan.casework.Lapse;
import se.samplan.history.HistoryPage.Happened;
import se.samplan.store.RecordedEvent;
import se.samplan.text.Texts;

/** Redacts a case's stream for its reader; hidden events leave no trace. */
final class HistoryRedaction {

    private final List<RecordedEvent> visible = new ArrayList<>();
    private final Set<UUID> visibleEntries = new HashSet<>();

    private final Visibility visibility;

    /** Decides which events of the stream to show. */
    HistoryRedaction(List<RecordedEvent> stream, Visibility visibility) {
        this.visibility = visibility;
        var audiences = new AudienceTracker();
        for (var recorded : stream) {
            var event = (CaseEvent) recorded.event();
            var audience = audiences.of(event);
            // Who opened the case would reveal which lane came first; a lapse that is missing, that an answer came.
            if (!(event instanceof CaseOpened || event instanceof Lapse)
                    && audience.stream().anyMatch(visibility::includes)) {
                visible.add(audience.stream().allMatch(visibility::includes) ? recorded : unexplained(recorded));
                visibleEntries.add(event.entry());
                visibleEntries.add(event.entryOfTexts()); // a goal's id, which is no entry of its own
            }
        }
    }

    /** A correction for a reader who may know some of the facts that it takes back: why may tell of the others. */
    private static RecordedEvent unexplained(RecordedEvent recorded) {
        var correction = (EnteredInError) recorded.event();
        return recorded.with(new EnteredInError(
                correction.entry(), correction.lane(), correction.reason(), null, correction.effectiveAt()));
    }

    /** The visible events, with their texts opened. */
    List<Happened> with(OpenedTexts texts) {
        var fields = new Fields(texts, visibleEntries, visibility);
        var happened = new ArrayList<Happened>();
        for (var recorded : visible) {
            happened.add(happened(happened.size() + 1, recorded, fields));
        }
        return List.copyOf(happened);
    }

    private static Happened happened(int place, RecordedEvent recorded, Fields fields) {
        var event = (CaseEvent) recorded.event();
        return new Happened(
                place,
                recorded.type(),
                event.effectiveAt(),
                recorded.recordedAt(),
                event.lane(),
                recorded.metadata().get("actor"),
                event.entry(),
                Texts.ofEvent(recorded.type()),
                fields.of(event));
    }
}

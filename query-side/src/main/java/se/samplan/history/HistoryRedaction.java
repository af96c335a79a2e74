package se.samplan.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import se.samplan.casefile.OpenedTexts;
import se.samplan.casework.AudienceTracker;
import se.samplan.casework.CaseEvent;
import se.samplan.casework.CaseOpened;
import se.samplan.casework.Ground;
import se.samplan.casework.LaneId;
import se.samplan.history.HistoryPage.Happened;
import se.samplan.store.RecordedEvent;
import se.samplan.text.Texts;

/** Cuts a case's stream to what some lanes may know of it; what they may not leaves no trace. */
final class HistoryRedaction {

    private final Collection<LaneId> readers;
    private final Collection<Ground> grounds;
    private final Instant now;

    HistoryRedaction(Collection<LaneId> readers, Collection<Ground> grounds, Instant now) {
        this.readers = readers;
        this.grounds = grounds;
        this.now = now;
    }

    List<Happened> of(List<RecordedEvent> stream, OpenedTexts texts) {
        var visible = visible(stream);
        var entries = new HashSet<UUID>();
        visible.forEach(recorded -> {
            var event = (CaseEvent) recorded.event();
            entries.add(event.entry());
            entries.add(event.entryOfTexts()); // a goal's id, which is no entry of its own
        });
        var fields = new Fields(texts, entries);
        var happened = new ArrayList<Happened>();
        for (var recorded : visible) {
            happened.add(happened(happened.size() + 1, recorded, fields));
        }
        return List.copyOf(happened);
    }

    private List<RecordedEvent> visible(List<RecordedEvent> stream) {
        var audienceTracker = new AudienceTracker();
        var visible = new ArrayList<RecordedEvent>();
        for (var recorded : stream) {
            var audience = audienceTracker.of((CaseEvent) recorded.event());
            // Who opened the case would tell who was there first.
            if (!(recorded.event() instanceof CaseOpened)
                    && readers.stream().anyMatch(reader -> audience.includes(reader, grounds, now))) {
                visible.add(recorded);
            }
        }
        return visible;
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

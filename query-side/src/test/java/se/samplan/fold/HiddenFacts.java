package se.samplan.fold;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import se.samplan.casefile.Visibility;
import se.samplan.casework.AudienceTracker;
import se.samplan.casework.CaseEvent;
import se.samplan.casework.CaseOpened;
import se.samplan.casework.EnteredInError;
import se.samplan.casework.Ground;
import se.samplan.casework.LaneId;
import se.samplan.casework.Lapse;
import se.samplan.consent.ConsentEvent.ConsentRecorded;
import se.samplan.consent.ConsentEvent.ConsentWithdrawn;
import se.samplan.store.RecordedEvent;

/**
 * Pairs of histories that differ only in what a reader may not know, for the law that nothing read tells of it.
 *
 * @param grounds those in force, as an oracle of its own has them
 * @param whole the history
 * @param known the same without what the reader may not know, but for the opening of an entry of which more is known
 */
public record HiddenFacts(
        LaneId reader, Instant now, List<Ground> grounds, List<RecordedEvent> whole, List<RecordedEvent> known) {

    private static final List<LaneId> READERS =
            List.of(Histories.LABOUR_MARKET, Histories.SOCIAL_SERVICES, LaneId.AGENCY, LaneId.of("1384:LABOUR_MARKET"));
    private static final int HISTORIES = Integer.getInteger("samplan.law.histories", 250);

    /**
     * Checks every pair, for each reader of each generated history.
     *
     * @return how many of the pairs differ
     */
    public static int inAll(Consumer<HiddenFacts> check) {
        var differ = 0;
        for (var seed : LongStream.range(0, HISTORIES).toArray()) {
            var whole = Histories.of(seed, 5 + (int) (seed % 60));
            for (var reader : READERS) {
                var pair = of(reader, whole);
                check.accept(pair);
                differ += pair.known().size() < whole.size() ? 1 : 0;
            }
        }
        return differ;
    }

    private static HiddenFacts of(LaneId reader, List<RecordedEvent> whole) {
        var now = whole.getLast().recordedAt();
        var grounds = grounds(whole, now);
        var audiences = new AudienceTracker();
        var included = whole.stream()
                .filter(recorded -> audiences.of((CaseEvent) recorded.event()).stream()
                        .anyMatch(audience -> audience.includes(reader, grounds, now)))
                .collect(Collectors.toSet());
        var entries = included.stream().map(HiddenFacts::entry).collect(Collectors.toSet());
        var opened = new HashSet<UUID>();
        var known = whole.stream()
                .filter(recorded -> (opened.add(entry(recorded)) && entries.contains(entry(recorded)))
                        || included.contains(recorded)
                        || recorded.event() instanceof CaseOpened)
                .toList();
        return new HiddenFacts(reader, now, grounds, whole, known);
    }

    private static UUID entry(RecordedEvent recorded) {
        return ((CaseEvent) recorded.event()).entry();
    }

    private static List<Ground> grounds(List<RecordedEvent> history, Instant now) {
        var grounds = new TreeMap<String, Ground>();
        for (var recorded : history) {
            switch (recorded.event()) {
                case ConsentRecorded e ->
                    grounds.put(
                            e.groundId().toString(),
                            new Ground(e.groundId(), e.parties(), e.kinds(), e.validFrom(), e.validTo()));
                case ConsentWithdrawn e ->
                    grounds.computeIfPresent(e.groundId().toString(), (id, ground) -> ground.endedAt(e.effectiveAt()));
                case EnteredInError e -> grounds.remove(e.entry().toString());
                default -> {}
            }
        }
        return grounds.values().stream().filter(each -> each.isInForceAt(now)).toList();
    }

    /** The known events without lapses, which are the clock's to show. */
    public List<RecordedEvent> knownWithoutLapses() {
        return known.stream()
                .filter(recorded -> !(recorded.event() instanceof Lapse))
                .toList();
    }

    /** What the reader may know now. */
    public Visibility visibility() {
        return new Visibility(List.of(reader), grounds, now);
    }

    @Override
    public String toString() {
        return reader + " reading " + whole.stream().map(RecordedEvent::event).toList();
    }
}

package se.samplan.caseworker;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.samplan.casework.LaneId;
import se.samplan.caseworker.AssignmentEntry.Tenure;
import se.samplan.fold.FactTime;
import se.samplan.organisation.StaffId;

/** Who was responsible for each lane of a case, from when to when. */
public record Responsibilities(SortedMap<LaneId, List<Interval>> byLane) {

    /**
     * One caseworker's period of responsibility.
     *
     * @param to when the next one took over, or when it ended without; null if neither has happened
     */
    public record Interval(Tenure turn, @Nullable Instant to) {

        public StaffId caseworker() {
            return turn.caseworker();
        }

        public Instant from() {
            return turn.when().effectiveAt();
        }
    }

    private record Turn(Tenure tenure, @Nullable FactTime ended) {}

    public static Responsibilities of(Stream<AssignmentEntry> assignments) {
        var turns = new TreeMap<LaneId, List<Turn>>();
        assignments
                .flatMap(entry -> entry.turns().stream().map(tenure -> new Turn(tenure, entry.ended())))
                .sorted(Comparator.comparing(Turn::tenure))
                .forEach(turn -> turns.computeIfAbsent(turn.tenure().lane(), lane -> new ArrayList<>())
                        .add(turn));
        var byLane = new TreeMap<LaneId, List<Interval>>();
        turns.forEach((lane, list) -> byLane.put(lane, intervals(list)));
        return new Responsibilities(Collections.unmodifiableSortedMap(byLane));
    }

    private static List<Interval> intervals(List<Turn> turns) {
        var intervals = new ArrayList<Interval>();
        for (var i = 0; i < turns.size(); i++) {
            var turn = turns.get(i);
            var next = i + 1 < turns.size() ? turns.get(i + 1).tenure().when() : null;
            var to = turn.ended() == null ? next : FactTime.first(next, turn.ended());
            intervals.add(new Interval(turn.tenure(), to == null ? null : to.effectiveAt()));
        }
        return List.copyOf(intervals);
    }
}

package se.samplan.caseworker;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.samplan.casework.LaneId;
import se.samplan.caseworker.AssignmentEntry.Tenure;
import se.samplan.organisation.StaffId;

/** Who was responsible for each lane of a case, from when to when. */
public record Responsibilities(SortedMap<LaneId, List<Interval>> byLane) {

    /**
     * One caseworker's period of responsibility.
     *
     * @param to when the next one took over; null if nobody has
     */
    public record Interval(Tenure turn, @Nullable Instant to) {

        public StaffId caseworker() {
            return turn.caseworker();
        }

        public Instant from() {
            return turn.when().effectiveAt();
        }
    }

    public static Responsibilities of(Stream<AssignmentEntry> assignments) {
        var turns = new TreeMap<LaneId, List<Tenure>>();
        assignments.flatMap(entry -> entry.turns().stream()).sorted().forEach(turn -> turns.computeIfAbsent(
                        turn.lane(), lane -> new ArrayList<>())
                .add(turn));
        var byLane = new TreeMap<LaneId, List<Interval>>();
        turns.forEach((lane, list) -> byLane.put(lane, intervals(list)));
        return new Responsibilities(Collections.unmodifiableSortedMap(byLane));
    }

    private static List<Interval> intervals(List<Tenure> turns) {
        var intervals = new ArrayList<Interval>();
        for (var i = 0; i < turns.size(); i++) {
            var turn = turns.get(i);
            var next = i + 1 < turns.size() ? turns.get(i + 1).when().effectiveAt() : null;
            intervals.add(new Interval(turn, next));
        }
        return List.copyOf(intervals);
    }
}

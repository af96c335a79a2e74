package se.samplan.caseworker;

import java.time.LocalDate;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.samplan.calendar.SwedishDays;
import se.samplan.casefile.CaseReading;
import se.samplan.casefile.LaneEntry;
import se.samplan.casefile.OnAxis;
import se.samplan.casework.LaneId;
import se.samplan.caseworker.AssignmentEntry.Tenure;
import se.samplan.caseworker.Responsibilities.Interval;
import se.samplan.organisation.StaffId;

/** Shows who was responsible for each lane, from when to when. */
public final class CaseworkerPresenter {

    /** A caseworker responsible for a lane, from when to when. */
    public record CaseworkerShown(
            StaffId caseworker, LocalDate from, @Nullable LocalDate to) implements OnAxis {

        @Override
        public Days days() {
            return Days.NONE;
        }
    }

    private CaseworkerPresenter() {}

    public static Stream<LaneEntry<CaseworkerShown>> present(CaseReading reading) {
        var visible = reading.visible(AssignmentEntry.class);
        var entryOf = new TreeMap<Tenure, UUID>();
        visible.forEach((id, entry) -> entry.turns().forEach(turn -> entryOf.put(turn, id)));
        return Responsibilities.of(visible.values().stream()).byLane().entrySet().stream()
                .flatMap(lane -> lane.getValue().stream()
                        .map(interval -> shown(
                                reading,
                                lane.getKey(),
                                interval,
                                Objects.requireNonNull(entryOf.get(interval.turn())))));
    }

    private static LaneEntry<CaseworkerShown> shown(CaseReading reading, LaneId lane, Interval interval, UUID entry) {
        var from = SwedishDays.of(interval.from());
        var to = interval.to();
        var shown = new CaseworkerShown(interval.caseworker(), from, to == null ? null : SwedishDays.of(to));
        return new LaneEntry<>(lane, from, entry, reading.why(entry), shown);
    }
}

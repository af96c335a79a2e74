package se.samplan.caseworker;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import se.samplan.casefile.CaseWork;
import se.samplan.casefile.WorkEntry;
import se.samplan.casework.LaneId;
import se.samplan.caseworker.CaseworkerEvent.CaseHandedOver;
import se.samplan.caseworker.CaseworkerEvent.CaseworkerAssigned;
import se.samplan.caseworker.CaseworkerEvent.ResponsibilityEnded;
import se.samplan.fold.FactTime;
import se.samplan.organisation.StaffId;

/**
 * An assignment, folded from its facts: who is responsible for a lane, and from when.
 *
 * @param ended when nobody became responsible in her place, if so
 */
@JsonTypeName("assignment")
public record AssignmentEntry(
        SortedSet<Tenure> turns, @Nullable FactTime ended) implements WorkEntry {

    public static final AssignmentEntry NOTHING = new AssignmentEntry(new TreeSet<>(), null);

    public AssignmentEntry {
        turns = Collections.unmodifiableSortedSet(turns);
    }

    /** A caseworker's responsibility for a lane from then on. */
    public record Tenure(FactTime when, LaneId lane, StaffId caseworker) implements Comparable<Tenure> {

        @Override
        public int compareTo(Tenure other) {
            return when.compareTo(other.when);
        }
    }

    public AssignmentEntry evolve(CaseworkerEvent event, FactTime when) {
        return switch (event) {
            case CaseworkerAssigned e -> with(new Tenure(when, e.lane(), e.caseworker()));
            case CaseHandedOver e -> with(new Tenure(when, e.lane(), e.to()));
            case ResponsibilityEnded _ -> new AssignmentEntry(turns, FactTime.first(ended, when));
        };
    }

    @Override
    public void addTo(CaseWork work) {
        turns.forEach(turn -> {
            work.responsible(turn.lane(), turn.caseworker(), turn.when());
            if (ended != null) {
                work.nobodyResponsible(turn.lane(), ended);
            }
        });
    }

    private AssignmentEntry with(Tenure turn) {
        var next = new TreeSet<>(turns);
        next.add(turn);
        return new AssignmentEntry(next, ended);
    }
}

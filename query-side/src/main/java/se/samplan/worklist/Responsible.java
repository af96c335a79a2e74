package se.samplan.worklist;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.samplan.access.Actor;
import se.samplan.casefile.WorkList;
import se.samplan.casefile.WorkRow;
import se.samplan.casework.LaneId;
import se.samplan.organisation.OrganisationId;
import se.samplan.organisation.Role;

/**
 * The person who is responsible for a lane of a case, whatever the appointment was when she became so; the only place
 * that decides whose lists a case is in.
 *
 * @param subject absent if nobody is
 * @param present the organisations where she has an appointment now in which she may see the case
 */
record Responsible(@Nullable String subject, Set<String> present) {

    /** Whether the case belongs in that list of the actor's: what nobody present can see is unassigned. */
    boolean lists(WorkList list, WorkRow row, Actor actor) {
        var manager = isManager(actor);
        var sees = sees(row.lane(), row.office());
        var mine = actor.subject().equals(subject);
        return switch (list) {
            case MINE -> sees && (manager || mine);
            case CLOSED -> manager || mine;
            case UNASSIGNED -> !sees;
            case AWAITING, DEADLINES -> manager || mine || !sees;
        };
    }

    static boolean isManager(Actor actor) {
        return actor.role() == Role.MUNICIPAL_MANAGER || actor.role() == Role.AGENCY_MANAGER;
    }

    /** The agency has one lane nationwide: a case with an office in charge is seen at that office. */
    private boolean sees(LaneId lane, @Nullable OrganisationId office) {
        return lane.equals(LaneId.AGENCY) && office != null ? present.contains(office.value()) : !present.isEmpty();
    }
}

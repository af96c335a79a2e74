package se.samplan.casefile;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.samplan.casework.LaneId;
import se.samplan.casework.ParticipantId;
import se.samplan.organisation.OrganisationId;
import se.samplan.organisation.StaffId;

/**
 * One work-list row, emitted by a case's fold.
 *
 * @param key the list and the lane it is for: its audience
 * @param at the sort key: the deadline, or the day since which it has been open
 * @param caseworker the caseworker responsible for the lane
 * @param office the agency office in charge, if the agency has named one
 * @param with the lane on the other side
 * @param showFrom the first day it is shown
 * @param showUntil the last day it is shown
 */
public record WorkRow(
        String key,
        LaneId lane,
        LocalDate at,
        WorkItem what,
        UUID entry,
        ParticipantId participantId,
        @Nullable StaffId caseworker,
        @Nullable OrganisationId office,
        @Nullable LaneId with,
        LocalDate since,
        @Nullable LocalDate due,
        LocalDate showFrom,
        LocalDate showUntil) {

    public static final LocalDate FOR_EVER = LocalDate.of(9999, 12, 31);

    public static String key(WorkList list, LaneId lane) {
        return list + "|" + lane;
    }
}

package se.samplan.worklist;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.samplan.casework.LaneId;
import se.samplan.casework.ParticipantId;
import se.samplan.organisation.StaffId;
import se.samplan.text.Coded;

/**
 * One page of a work list.
 *
 * @param next what to send as {@code after} for the next page; null if this is the last
 */
public record WorkListPage(
        Coded list, LaneId lane, List<Item> items, @Nullable String next) {

    /**
     * One task.
     *
     * @param with the lane on the other side
     * @param due its deadline
     * @param overdue whether the deadline has passed, by the clock
     */
    public record Item(
            UUID caseId,
            ParticipantId participantId,
            Coded what,
            UUID entry,
            @Nullable LaneId with,
            LocalDate since,
            @Nullable LocalDate due,
            boolean overdue,
            @Nullable StaffId caseworker) {}
}

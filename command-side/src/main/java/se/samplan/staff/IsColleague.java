package se.samplan.staff;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import se.samplan.casework.LaneId;
import se.samplan.command.CommandOrigin;
import se.samplan.command.Fact;
import se.samplan.organisation.StaffId;
import se.samplan.store.Query;

/** Whether somebody was appointed in the sender's lane when a command took effect. */
public final class IsColleague {

    public static final String KEY = "isColleague";

    private IsColleague() {}

    /**
     * The fact about whoever is named.
     *
     * @param named who it is; absent for the sender
     */
    public static Fact<Boolean> of(@Nullable StaffId named, LaneId lane, Instant effectiveAt, CommandOrigin origin) {
        return Fact.exists(
                KEY,
                Query.of(
                        row -> true,
                        """
                        select 1 from samplan.staff
                        where (staff_id = ? or subject = ?) and branch = ? and (organisation_id = ? or branch = 'AGENCY')
                          and valid_from <= ? and (valid_to is null or valid_to > ?)""",
                        named == null ? null : named.value(),
                        named == null ? origin.subject() : null,
                        lane.branch(),
                        lane.organisation().value(),
                        effectiveAt,
                        effectiveAt));
    }
}

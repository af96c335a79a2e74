package se.samplan.staff;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import se.samplan.command.Fact;
import se.samplan.organisation.StaffId;
import se.samplan.store.Query;

/** Whether the appointment to end is an operator's, and no other operator stays. */
final class IsLastOperator {

    static final String KEY = "isLastOperator";

    /** How long an operator has to stay for another one to leave: longer than any lock wait or clock skew. */
    private static final Duration MINIMUM_STAY = Duration.ofDays(1);

    private IsLastOperator() {}

    /** An operator's appointment in force; whether it stays for some time. */
    record Operator(StaffId staffId, boolean stays) {}

    static Fact<Operator> of(StaffId ending, Instant now) {
        return Fact.of(KEY, operators(ending, now), inForce -> isLast(ending, inForce));
    }

    /**
     * The operators' appointments in force, if the one to end is an operator's. It locks them: whoever else would end
     * one waits, and then sees what is left.
     */
    private static Query<Operator> operators(StaffId ending, Instant now) {
        return Query.of(
                row -> new Operator(new StaffId(row.getObject(1, UUID.class)), row.getBoolean(2)),
                """
                select staff_id, valid_to is null or valid_to > ? from samplan.staff
                where role = 'OPERATOR' and valid_from <= ? and (valid_to is null or valid_to > ?)
                  and exists (select from samplan.staff ended where ended.staff_id = ? and ended.role = 'OPERATOR')
                order by staff_id for update of staff""",
                now.plus(MINIMUM_STAY),
                now,
                now,
                ending.value());
    }

    private static boolean isLast(StaffId ending, List<Operator> inForce) {
        return inForce.stream().anyMatch(each -> each.staffId().equals(ending))
                && inForce.stream()
                        .noneMatch(each -> each.stays() && !each.staffId().equals(ending));
    }
}

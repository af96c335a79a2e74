package se.samplan.staff;

import org.jspecify.annotations.Nullable;
import se.samplan.casework.CaseId;
import se.samplan.casework.LaneId;
import se.samplan.command.CommandOrigin;
import se.samplan.command.EffectiveAt;
import se.samplan.command.Fact;
import se.samplan.organisation.StaffId;
import se.samplan.store.Query;

/**
 * Whether somebody can be responsible for a lane of a case: worked in the lane when a command took effect, works there
 * still, and may see the person. It asks about the person, whichever of her appointments is named.
 */
public final class IsColleague {

    public static final String KEY = "isColleague";

    private IsColleague() {}

    /**
     * The fact about whoever is named.
     *
     * @param named one of the appointments that the person has or had; absent for the sender
     */
    public static Fact<Boolean> of(
            @Nullable StaffId named, CaseId caseId, LaneId lane, EffectiveAt effectiveAt, CommandOrigin origin) {
        var now = origin.now();
        var then = effectiveAt.judgedAt(now);
        return Fact.exists(
                KEY,
                Query.of(
                        row -> true,
                        """
                        select 1 from samplan.participant p
                        join samplan.staff s on s.branch = ? and (s.organisation_id = ? or s.branch = 'AGENCY')
                          and (s.subject = ? or s.subject = (select subject from samplan.staff where staff_id = ?))
                        where p.case_id = ?
                        having bool_or(s.valid_from <= ? and (s.valid_to is null or s.valid_to > ?))
                          and bool_or(s.valid_from <= ? and (s.valid_to is null or s.valid_to > ?)
                            and (p.protection = 'NONE' or 'PROTECTED_IDENTITIES' = any (s.mandates)))""",
                        lane.branch(),
                        lane.organisation().value(),
                        named == null ? origin.subject() : null,
                        named == null ? null : named.value(),
                        caseId.value(),
                        then,
                        then,
                        now,
                        now));
    }
}

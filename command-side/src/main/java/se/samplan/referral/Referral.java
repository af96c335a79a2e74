package se.samplan.referral;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.samplan.calendar.SwedishDays;
import se.samplan.casework.Audience;
import se.samplan.casework.Deadline;
import se.samplan.casework.EntryKind;
import se.samplan.casework.LaneId;
import se.samplan.casework.OpenEntry;
import se.samplan.casework.Period;
import se.samplan.referral.ReferralEvent.ReferralMade;
import se.samplan.referral.ReferralEvent.ReferralOverdue;

/**
 * A referral, and what became of it. An answer in time, recorded late, wins over the lapse: only the answer's own time
 * counts.
 *
 * @param closedAt when it was declined or withdrawn
 * @param overdue whether the unit's time for an answer ran out
 */
record Referral(
        ReferralMade made,
        @Nullable Instant acceptedAt,
        @Nullable Instant closedAt,
        boolean overdue) {

    static Referral of(ReferralMade made) {
        return new Referral(made, null, null, false);
    }

    Referral accepted(Instant at) {
        return new Referral(made, at, closedAt, overdue);
    }

    Referral closed(Instant at) {
        return new Referral(made, acceptedAt, at, overdue);
    }

    Referral lapsed() {
        return new Referral(made, acceptedAt, closedAt, true);
    }

    boolean isOpen() {
        return acceptedAt == null && closedAt == null;
    }

    /** Whether the lane made or received it; others may read of it, but not act on it. */
    boolean concerns(LaneId lane) {
        return made.lane().equals(lane) || made.to().equals(lane);
    }

    boolean isFromTo(LaneId by, LaneId of) {
        return made.lane().equals(by) && made.to().equals(of);
    }

    /** From when it was made to its answer or withdrawal. */
    Period waiting() {
        return new Period(made.effectiveAt(), acceptedAt == null ? closedAt : acceptedAt);
    }

    /** When the lane that it was made to accepted it. */
    Optional<Instant> acceptedBy(LaneId lane) {
        return Optional.ofNullable(acceptedAt).filter(at -> made.to().equals(lane));
    }

    Deadline deadline() {
        var lapsesAt = SwedishDays.endOf(made.respondBy());
        return new Deadline(lapsesAt, new ReferralOverdue(made.referralId(), made.lane(), lapsesAt));
    }

    OpenEntry openEntry() {
        return new OpenEntry(made.entry(), EntryKind.REFERRAL, made.lane(), Audience.of(made));
    }
}

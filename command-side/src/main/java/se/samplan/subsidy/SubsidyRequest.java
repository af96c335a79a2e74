package se.samplan.subsidy;

import static se.samplan.refusal.Rejected.unless;
import static se.samplan.refusal.Rejected.when;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.samplan.calendar.SwedishDays;
import se.samplan.casework.Audience;
import se.samplan.casework.Deadline;
import se.samplan.casework.EntryKind;
import se.samplan.casework.LaneId;
import se.samplan.casework.OpenEntry;
import se.samplan.command.EffectiveAt;
import se.samplan.organisation.StaffId;
import se.samplan.policy.Policy;
import se.samplan.subsidy.SubsidyEvent.SubsidyApprovalProposed;
import se.samplan.subsidy.SubsidyEvent.SubsidyDecisionRequested;
import se.samplan.subsidy.SubsidyEvent.SubsidyWindowLapsed;

/**
 * A request for a wage subsidy, and what became of it.
 *
 * @param lapsed whether its window closed without a decision
 * @param proposedBy the staff id of whoever proposed to approve it
 */
record SubsidyRequest(
        SubsidyDecisionRequested requested,
        State state,
        boolean lapsed,
        @Nullable SubsidyApprovalProposed proposal,
        @Nullable String proposedBy) {

    enum State {
        REQUESTED,
        PROPOSED,
        APPROVED,
        REFUSED,
        WITHDRAWN
    }

    static SubsidyRequest of(SubsidyDecisionRequested requested) {
        return new SubsidyRequest(requested, State.REQUESTED, false, null, null);
    }

    SubsidyRequest proposed(SubsidyApprovalProposed approval, @Nullable String by) {
        return new SubsidyRequest(requested, State.PROPOSED, lapsed, approval, by);
    }

    SubsidyRequest in(State next) {
        return new SubsidyRequest(requested, next, lapsed, proposal, proposedBy);
    }

    SubsidyRequest windowClosed() {
        return new SubsidyRequest(requested, state, true, proposal, proposedBy);
    }

    /** A decision in time wins over the lapse, whichever was recorded first. */
    boolean isDecided() {
        return state == State.APPROVED || state == State.REFUSED || state == State.WITHDRAWN;
    }

    boolean isOpen() {
        return !isDecided() && !lapsed;
    }

    /** Whether the lane made the request or is to answer it; others may read of it, but not act on it. */
    boolean concerns(LaneId lane) {
        return requested.lane().equals(lane) || requested.to().equals(lane);
    }

    Instant lapsesAt() {
        return SwedishDays.endOf(requested.windowClosesOn());
    }

    /** The instant of a decision that may still be taken. */
    Instant decidableAt(EffectiveAt effectiveAt) {
        when(isDecided(), SubsidyRefusal.SUBSIDY_DECIDED);
        var at = effectiveAt.notBefore(requested.effectiveAt());
        unless(at.isBefore(lapsesAt()), SubsidyRefusal.WINDOW_CLOSED);
        return at;
    }

    /** Whether two people must decide, by the policy for the scheme, or else for all schemes. */
    boolean needsSecondPerson(Policy policy) {
        var ofScheme = "secondPerson." + requested.scheme();
        return policy.isSet(policy.values().containsKey(ofScheme) ? ofScheme : "secondPerson");
    }

    /** A proposal must be approved unchanged by another person; one person may have several appointments. */
    Instant secondOf(ApproveSubsidy command, Instant at, Set<StaffId> ownAppointments) {
        if (proposal == null) {
            return at;
        }
        when(
                ownAppointments.stream().anyMatch(each -> each.toString().equals(proposedBy)),
                SubsidyRefusal.SECOND_PERSON_NEEDED);
        var second = command.effectiveAt().notBefore(proposal.effectiveAt());
        unless(
                command.levelPercent() == proposal.levelPercent()
                        && command.from().equals(proposal.from())
                        && command.to().equals(proposal.to()),
                SubsidyRefusal.NOT_AS_PROPOSED);
        return second;
    }

    Deadline deadline() {
        return new Deadline(
                lapsesAt(), new SubsidyWindowLapsed(requested.subsidyRequestId(), requested.lane(), lapsesAt()));
    }

    OpenEntry openEntry() {
        return new OpenEntry(requested.entry(), EntryKind.SUBSIDY_REQUEST, requested.lane(), Audience.of(requested));
    }
}

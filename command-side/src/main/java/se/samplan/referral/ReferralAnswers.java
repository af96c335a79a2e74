package se.samplan.referral;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static se.samplan.refusal.Rejected.unless;
import static se.samplan.refusal.Rejected.when;

import java.time.Instant;
import org.axonframework.commandhandling.CommandHandler;
import se.samplan.casework.CaseRefusal;
import se.samplan.casework.LaneId;
import se.samplan.referral.ReferralEvent.ReferralAccepted;
import se.samplan.referral.ReferralEvent.ReferralDeclined;
import se.samplan.referral.ReferralEvent.ReferralWithdrawn;

/** Decides what becomes of a referral: the unit answers it, or the referring lane withdraws it. */
class ReferralAnswers {

    private final Referrals referrals;

    ReferralAnswers(Referrals referrals) {
        this.referrals = referrals;
    }

    @CommandHandler
    void decide(AcceptReferral command) {
        requireAnswerable(command.referralId(), command.lane(), command.effectiveAt());
        apply(new ReferralAccepted(command.referralId(), command.lane(), command.effectiveAt()));
    }

    @CommandHandler
    void decide(DeclineReferral command) {
        requireAnswerable(command.referralId(), command.lane(), command.effectiveAt());
        apply(new ReferralDeclined(
                command.referralId(), command.lane(), command.reason(), command.explanation(), command.effectiveAt()));
    }

    @CommandHandler
    void decide(WithdrawReferral command) {
        var referral = referrals.involved(command.referralId(), command.lane());
        unless(referral.made().lane().equals(command.lane()), CaseRefusal.NOT_YOURS);
        requireOpen(referral, command.effectiveAt());
        apply(new ReferralWithdrawn(
                command.referralId(), command.lane(), command.reason(), command.explanation(), command.effectiveAt()));
    }

    private void requireAnswerable(ReferralId id, LaneId lane, Instant at) {
        var referral = referrals.involved(id, lane);
        unless(referral.made().to().equals(lane), CaseRefusal.NOT_YOURS);
        requireOpen(referral, at);
    }

    private static void requireOpen(Referral referral, Instant at) {
        unless(referral.isOpen(), ReferralRefusal.REFERRAL_NOT_OPEN);
        when(at.isBefore(referral.made().effectiveAt()), CaseRefusal.BEFORE_ITS_CAUSE);
    }
}

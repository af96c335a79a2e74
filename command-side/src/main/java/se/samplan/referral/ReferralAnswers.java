package se.samplan.referral;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static se.samplan.refusal.Rejected.unless;

import java.time.Instant;
import org.axonframework.commandhandling.CommandHandler;
import se.samplan.casework.CaseRefusal;
import se.samplan.casework.LaneId;
import se.samplan.command.EffectiveAt;
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
        var at = answerable(command.referralId(), command.lane(), command.effectiveAt());
        apply(new ReferralAccepted(command.referralId(), command.lane(), at));
    }

    @CommandHandler
    void decide(DeclineReferral command) {
        var at = answerable(command.referralId(), command.lane(), command.effectiveAt());
        apply(new ReferralDeclined(command.referralId(), command.lane(), command.reason(), command.explanation(), at));
    }

    @CommandHandler
    void decide(WithdrawReferral command) {
        var referral = referrals.involved(command.referralId(), command.lane());
        unless(referral.made().lane().equals(command.lane()), CaseRefusal.NOT_YOURS);
        var at = open(referral, command.effectiveAt());
        apply(new ReferralWithdrawn(command.referralId(), command.lane(), command.reason(), command.explanation(), at));
    }

    private Instant answerable(ReferralId id, LaneId lane, EffectiveAt effectiveAt) {
        var referral = referrals.involved(id, lane);
        unless(referral.made().to().equals(lane), CaseRefusal.NOT_YOURS);
        return open(referral, effectiveAt);
    }

    /** The instant of an answer to a referral that is still open. */
    private static Instant open(Referral referral, EffectiveAt effectiveAt) {
        unless(referral.isOpen(), ReferralRefusal.REFERRAL_NOT_OPEN);
        return effectiveAt.notBefore(referral.made().effectiveAt());
    }
}

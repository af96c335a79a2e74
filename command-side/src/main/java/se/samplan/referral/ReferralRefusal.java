package se.samplan.referral;

import se.samplan.refusal.Kind;
import se.samplan.refusal.Reason;
import se.samplan.refusal.Wording;

/** Why a referral, or an answer to one, is refused. */
public enum ReferralRefusal implements Reason {
    UNKNOWN_REFERRAL(Kind.NOT_FOUND, "Okänd anvisning.", "Unknown referral."),
    REFERRAL_NOT_OPEN(
            Kind.CONFLICT,
            "Anvisningen är redan besvarad eller återtagen.",
            "The referral is already answered or withdrawn."),
    ALREADY_REFERRED(
            Kind.CONFLICT,
            "Det finns redan en obesvarad anvisning dit från samma part.",
            "There is an unanswered referral there from the same party already."),
    NOT_A_LABOUR_MARKET_UNIT(
            Kind.INVALID,
            "En anvisning går till en kommuns arbetsmarknadsenhet.",
            "A referral goes to the labour-market unit of a municipality."),
    SOURCE_DOES_NOT_FIT(
            Kind.INVALID, "Källan stämmer inte med den som anvisar.", "The source does not fit the one who refers."),
    OTHER_SOURCE_NEEDED(
            Kind.INVALID,
            "Ange vem källan är när den är annan, och bara då.",
            "Say who the source is where it is other, and only then."),
    WITHOUT_WORK_IN_THE_FUTURE(
            Kind.INVALID,
            "Utan arbete sedan en dag som inte har varit.",
            "Without work since a day that has not been.");

    private final Wording wording;

    ReferralRefusal(Kind kind, String sv, String en) {
        wording = new Wording(kind, sv, en);
    }

    @Override
    public Wording wording() {
        return wording;
    }
}

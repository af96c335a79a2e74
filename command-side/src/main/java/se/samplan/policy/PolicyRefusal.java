package se.samplan.policy;

import se.samplan.refusal.Kind;
import se.samplan.refusal.Reason;
import se.samplan.refusal.Wording;

/** Why a policy is refused. */
public enum PolicyRefusal implements Reason {
    UNKNOWN_VALUE(Kind.INVALID, "Policyn har inget värde med det namnet.", "The policy has no value of that name."),
    VALUE_OUT_OF_RANGE(
            Kind.INVALID, "Ett värde i policyn går inte att använda.", "A value of the policy cannot be used."),
    POLICY_ENDS_BEFORE_IT_BEGINS(Kind.INVALID, "Policyn slutar innan den börjar.", "The policy ends before it begins."),
    NOT_YOUR_POLICY(
            Kind.FORBIDDEN,
            "Chefer sätter bara sin egen organisations policy.",
            "Managers set the policies of their own organisation only."),
    NO_SUCH_ORGANISATION(
            Kind.INVALID, "Okänd organisation. Registrera den först.", "Unknown organisation. Register it first.");

    private final Wording wording;

    PolicyRefusal(Kind kind, String sv, String en) {
        wording = new Wording(kind, sv, en);
    }

    @Override
    public Wording wording() {
        return wording;
    }
}

package se.samplan.plan;

import se.samplan.refusal.Kind;
import se.samplan.refusal.Reason;
import se.samplan.refusal.Wording;

/** Why something about a plan, a goal or an activity is refused. */
public enum PlanRefusal implements Reason {
    UNKNOWN_PLAN(Kind.NOT_FOUND, "Okänd planering.", "Unknown plan."),
    UNKNOWN_GOAL(Kind.NOT_FOUND, "Okänt mål.", "Unknown goal."),
    UNKNOWN_ACTIVITY(Kind.NOT_FOUND, "Okänd aktivitet.", "Unknown activity."),
    ALREADY_AGREED(Kind.CONFLICT, "Planeringen är redan överenskommen.", "The plan is agreed already."),
    ALREADY_ACHIEVED(Kind.CONFLICT, "Målet är redan bedömt.", "The goal is judged already."),
    ENDS_BEFORE_START(Kind.INVALID, "Slutdagen ligger före startdagen.", "The last day is before the first."),
    CAPACITY_NEEDED(
            Kind.INVALID,
            "Ett mål om arbetsförmåga anger procent, andra mål gör det inte.",
            "A goal of work capacity gives a percentage, other goals do not."),
    NOT_THE_OWNER(
            Kind.INVALID,
            "En aktivitet hos en annan part anger hur den är känd.",
            "An activity of another party says how it is known."),
    ALREADY_STARTED(Kind.CONFLICT, "Aktiviteten har redan börjat.", "The activity has started already."),
    ACTIVITY_ENDED(
            Kind.CONFLICT,
            "Aktiviteten är redan slutförd eller avbruten.",
            "The activity is completed or interrupted already."),
    CLEARANCE_NEEDED(
            Kind.CONFLICT,
            "Kommunens regler kräver klartecken innan aktiviteten börjar. Begär det först.",
            "The policy of the municipality demands clearance before the activity starts. Request it first."),
    REASON_NEEDED(
            Kind.INVALID,
            "Klartecken saknas: ange varför aktiviteten börjar ändå.",
            "There is no clearance: say why the activity starts all the same.");

    private final Wording wording;

    PlanRefusal(Kind kind, String sv, String en) {
        wording = new Wording(kind, sv, en);
    }

    @Override
    public Wording wording() {
        return wording;
    }
}

package se.samplan.view;

import se.samplan.refusal.Kind;
import se.samplan.refusal.Reason;
import se.samplan.refusal.Wording;

/** Why a view cannot be shown just now. */
public enum ViewRefusal implements Reason {
    VIEWS_BEING_BUILT(
            "Vyerna byggs upp ur händelserna; se progress. Försök igen om en stund.",
            "The views are being built from the events; see progress. Try again in a moment."),
    VIEWS_NOT_REACHABLE(
            "Vyernas databas svarar inte. Försök igen om en stund.",
            "The database of the views does not answer. Try again in a moment."),
    VIEWS_REPLACED(
            "Vyerna ersattes av en ombyggnad under kontrollen. Kör kontrollen igen.",
            "The views were replaced by a rebuild during the check. Run the check again."),
    VIEW_BEHIND(
            "Vyerna har inte hunnit till den position som efterfrågas; se shownUntil. Försök igen om en stund.",
            "The views have not come to the position asked for yet; see shownUntil. Try again in a moment.");

    private final Wording wording;

    ViewRefusal(String sv, String en) {
        wording = new Wording(Kind.UNAVAILABLE, sv, en);
    }

    @Override
    public Wording wording() {
        return wording;
    }
}

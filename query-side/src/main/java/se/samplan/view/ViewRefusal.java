package se.samplan.view;

import se.samplan.refusal.Kind;
import se.samplan.refusal.Reason;

/** Why a view cannot be shown at the moment. */
public enum ViewRefusal implements Reason {
    VIEWS_BEING_BUILT,
    VIEWS_NOT_REACHABLE,
    VIEWS_REPLACED,
    VIEW_BEHIND;

    @Override
    public Kind kind() {
        return Kind.UNAVAILABLE;
    }
}

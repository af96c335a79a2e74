package se.samplan.bench;

/**
 * What a figure should be: at least or at most that much.
 *
 * @param isVoid whether it was taken from a figure that is void: then it can be neither met nor missed
 */
record Goal(boolean atLeast, double value, boolean isVoid) {

    static Goal atLeast(double value) {
        return new Goal(true, value, false);
    }

    static Goal atMost(double value) {
        return new Goal(false, value, false);
    }

    /** To be at least what another figure is. */
    static Goal atLeast(Ratios other) {
        return new Goal(true, other.median(), other.areVoid());
    }

    boolean isMetBy(double figure) {
        return !isVoid && (atLeast ? figure >= value : figure <= value);
    }

    @Override
    public String toString() {
        return (atLeast ? "≥ " : "≤ ") + Figure.number(value);
    }
}

package se.samplan.bench;

/** What a figure should be: at least or at most that much. */
record Goal(boolean atLeast, double value) {

    static Goal atLeast(double value) {
        return new Goal(true, value);
    }

    static Goal atMost(double value) {
        return new Goal(false, value);
    }

    boolean isMetBy(double figure) {
        return atLeast ? figure >= value : figure <= value;
    }

    @Override
    public String toString() {
        return (atLeast ? "≥ " : "≤ ") + Figure.number(value);
    }
}

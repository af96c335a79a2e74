package se.samplan.bench.faults;

/** A fault had an effect that it must not have. */
final class Violation extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Violation(String what) {
        super(what);
    }
}

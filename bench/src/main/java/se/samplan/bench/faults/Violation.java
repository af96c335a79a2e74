package se.samplan.bench.faults;

/** Something came of a fault that may not. */
final class Violation extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Violation(String what) {
        super(what);
    }
}

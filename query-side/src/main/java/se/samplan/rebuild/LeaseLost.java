package se.samplan.rebuild;

/** Another process has taken over the build that this one was working on, or the build is no longer pending. */
final class LeaseLost extends RuntimeException {

    private static final long serialVersionUID = 1;

    private LeaseLost() {
        super("the lease on the build is lost", null, false, false);
    }

    static void unless(boolean ours) {
        if (!ours) {
            throw new LeaseLost();
        }
    }
}

package se.samplan.rebuild;

/** Another process has taken over what was being made here, or something else is to be made. */
final class LeaseLost extends RuntimeException {

    private static final long serialVersionUID = 1;

    private LeaseLost() {
        super("the build is no longer ours", null, false, false);
    }

    static void unless(boolean ours) {
        if (!ours) {
            throw new LeaseLost();
        }
    }
}

package se.samplan.bench.faults;

import java.time.Duration;

/** A kind of fault that can be made to strike. */
interface Fault {

    /** Its name in the table. */
    String name();

    /** Why it cannot strike on this machine; empty if it can. */
    default String missing() {
        return "";
    }

    Strike strike(Site site) throws Exception;

    /**
     * What came of it.
     *
     * @param landed whether it is proved that it did what it was to do
     * @param proof by what, or why not
     * @param took how long until what the table says was so again
     */
    record Strike(boolean landed, String proof, Duration took) {}
}

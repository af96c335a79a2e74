package se.samplan.bench;

import java.time.Duration;
import java.util.List;

/**
 * How long a run measures.
 *
 * @param pairs how many pairs each figure begins with
 * @param atMost how many it goes on to while they lie far apart
 * @param window how long each side of a pair runs
 * @param warmUp how long programs run before they are measured
 * @param settling how long a whole Samplan is given at most, after that, to get no faster any more
 * @param rest how long they are watched at rest
 * @param events how many events are folded
 * @param caseload what share of a real year's people those are made of; 0 for one simple story instead
 * @param javaOptions of the programs that are measured
 */
record Effort(
        int pairs,
        int atMost,
        Duration window,
        Duration warmUp,
        Duration settling,
        Duration rest,
        int events,
        double caseload,
        List<String> javaOptions) {

    /** As the launcher has it. */
    private static final List<String> USUAL = List.of("-Xmx2g", "-XX:+UseSerialGC");

    static final Effort FULL = new Effort(
            9,
            27,
            Duration.ofSeconds(4),
            Duration.ofSeconds(30),
            Duration.ofMinutes(4),
            Duration.ofSeconds(30),
            200_000,
            0.2,
            USUAL);

    /** All of the quick figures within five minutes. */
    static final Effort QUICK = new Effort(
            4,
            6,
            Duration.ofSeconds(2),
            Duration.ofSeconds(8),
            Duration.ofSeconds(10),
            Duration.ofSeconds(10),
            40_000,
            0.02,
            USUAL);

    /** Just enough for every figure to come out. */
    static final Effort SMOKE = new Effort(
            1,
            1,
            Duration.ofMillis(300),
            Duration.ofMillis(300),
            Duration.ofMillis(600),
            Duration.ofSeconds(1),
            500,
            0,
            List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
}

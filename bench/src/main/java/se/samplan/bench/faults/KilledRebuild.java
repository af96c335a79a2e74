package se.samplan.bench.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import se.samplan.bench.Member;
import se.samplan.rebuild.RebuildScheduler;

/** Kills the process that rebuilds; the other one completes the rebuild. */
final class KilledRebuild implements Fault {

    private static final Duration BEGUN_WITHIN = Duration.ofSeconds(10);

    /** Another process resumes after 30 s of silence. */
    private static final Duration DONE_WITHIN = Duration.ofMinutes(2);

    /** What was followed before is thrown away after another half. */
    private static final Duration FORGOTTEN_WITHIN = Duration.ofMinutes(2);

    private int next;

    @Override
    public String name() {
        return "rebuild killed";
    }

    @Override
    public Strike strike(Site site) throws Exception {
        var asked = site.members().get(next++ % site.members().size());
        site.awaitResumed(asked, System.nanoTime()); // whoever has nothing to show cannot be asked
        var owners = new Owners(site);
        var before = owners.followers();
        var rebuild = begin(asked);
        var makers = new ArrayList<Member>();
        if (!Await.holds(BEGUN_WITHIN, () -> makers.addAll(makers(site)))) {
            awaitDone(asked, rebuild);
            awaitForgotten(owners, before);
            return new Strike(false, "it was over before it was seen", Duration.ZERO);
        }
        var maker = makers.getFirst();
        var ended = maker.process().kill();
        var since = System.nanoTime();
        var left = isRunning(site.other(maker), rebuild);
        maker.start();
        site.awaitResumed(maker, System.nanoTime());
        awaitDone(maker, rebuild);
        var took = Duration.ofNanos(System.nanoTime() - since);
        awaitForgotten(owners, before);
        return new Strike(
                ended == KilledSamplan.KILLED && left,
                "ended with %d while it made the views, %s; all made".formatted(ended, left ? "not done" : "done"),
                took);
    }

    /** Where it is told how it stands. */
    private static String begin(Member member) throws Exception {
        try (var operator = operator(member)) {
            var begun = operator.post(
                    "/api/operations/rebuilds", "{}", UUID.randomUUID().toString());
            if (begun == null || !begun.isDone()) {
                throw new Violation("the rebuild was not begun: " + (begun == null ? "no answer" : begun.body()));
            }
            return "/api/operations/" + begun.text("operationId");
        }
    }

    private static List<Member> makers(Site site) throws InterruptedException {
        var makers = new ArrayList<Member>();
        for (var member : site.members()) {
            if (Signals.threads(member.process().pid()).contains(RebuildScheduler.THREAD)) {
                makers.add(member);
            }
        }
        return makers;
    }

    /** Whether it has not ended, as the other one says; nobody goes on with it so soon. */
    private static boolean isRunning(Member member, String rebuild) throws InterruptedException {
        try (var operator = operator(member)) {
            return Await.holds(
                    Duration.ofSeconds(10), () -> state(operator, rebuild).equals("RUNNING"));
        }
    }

    private static void awaitDone(Member member, String rebuild) throws InterruptedException {
        try (var operator = operator(member)) {
            Await.until(DONE_WITHIN, "the rebuild is carried to its end", () -> {
                var state = state(operator, rebuild);
                if (state.equals("FAILED")) {
                    throw new Violation("the rebuild failed");
                }
                return state.equals("DONE");
            });
        }
    }

    /** Faults after this one look at what is followed, and at all documents. */
    private static void awaitForgotten(Owners owners, List<String> before) throws InterruptedException {
        Await.until(FORGOTTEN_WITHIN, "what was followed before is thrown away", () -> owners.followers().stream()
                .noneMatch(before::contains));
    }

    /** Empty if it does not answer. */
    private static String state(SamplanClient operator, String rebuild) throws InterruptedException {
        var answer = operator.get(rebuild, "");
        return answer == null || !answer.isDone() ? "" : answer.text("state");
    }

    private static SamplanClient operator(Member member) {
        return new SamplanClient(member.url(), "operator");
    }
}

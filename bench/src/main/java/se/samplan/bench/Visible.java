package se.samplan.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/**
 * From a command's answer by one process to the view of it that the other shows, at half load: what a reader waits who
 * sends the position along. Some of the commands are followed so; the reading itself counts as well.
 */
final class Visible implements Benchmark {

    private static final int CLIENTS = 32;
    private static final int EVERY = 4;

    /** Of windows: a percentile is one of some hundreds of readings, not the slowest of a dozen. */
    private static final int A_ROUND = 4;

    private static final double MILLIS = 1e6;

    @Override
    public String name() {
        return "visible/p99";
    }

    @Override
    public Duration takes(Effort effort) {
        return Duration.ofSeconds(40)
                .plus(effort.warmUp())
                .plus(effort.window().multipliedBy(1L + A_ROUND * (1L + effort.pairs())));
    }

    @Override
    public List<Figure> run(Bed bed) throws Exception {
        try (var cluster = bed.cluster()) {
            bed.progress().step("two Samplans start");
            var members = List.of(
                    cluster.member(Member.Kind.WHOLE).start(),
                    cluster.member(Member.Kind.WHOLE).start());
            try (var stories = new CaseworkerSessions(CLIENTS, members);
                    var readers = new Readers(stories, members)) {
                bed.progress().step("warms up");
                stories.load().closed(bed.effort().warmUp());
                var half = stories.load().closed(bed.effort().window()) / 2;
                readers.round(half, bed.effort().window().multipliedBy(A_ROUND));
                return List.of(figure(bed, readers, half));
            }
        }
    }

    private Figure figure(Bed bed, Readers readers, double perSecond) throws Exception {
        var millis = new Ratios();
        for (int round = 1; round <= bed.effort().pairs(); round++) {
            bed.progress().step("round %d of %d".formatted(round, bed.effort().pairs()));
            millis.add(readers.round(perSecond, bed.effort().window().multipliedBy(A_ROUND))
                            .getValueAtPercentile(99)
                    / MILLIS);
        }
        return Figure.of(name(), millis, Goal.atMost(100), "ms");
    }

    /** For each story somebody at the other process, who looks at what was just done. */
    private static final class Readers implements AutoCloseable {

        private final List<Load.Worker> followed = new ArrayList<>();
        private final List<Http> connections = new ArrayList<>();
        private final AtomicInteger commands = new AtomicInteger();
        private final String token;
        private Histogram seen = new ConcurrentHistogram(3);

        Readers(CaseworkerSessions stories, List<Member> members) throws IOException {
            token = stories.token();
            for (int i = 0; i < stories.all().size(); i++) {
                var story = stories.all().get(i);
                var other = new Http(members.get((i + 1) % members.size()).url());
                connections.add(other);
                followed.add(() -> follow(story, other));
            }
        }

        /** How long the commands of one round took to be seen, in nanoseconds. */
        Histogram round(double perSecond, Duration window) throws Exception {
            seen = new ConcurrentHistogram(3);
            commands.set(0);
            new Load(followed).open(perSecond, window);
            return seen;
        }

        private void follow(CaseworkerSession story, Http other) throws IOException {
            var position = story.next().header("Samplan-Position");
            if (commands.getAndIncrement() % EVERY == 0) {
                var committed = System.nanoTime();
                other.get(
                                "/api/participants/" + story.participant() + "/plans",
                                "Authorization",
                                "Bearer " + token,
                                "Samplan-Position",
                                position)
                        .done();
                seen.recordValue(System.nanoTime() - committed);
            }
        }

        @Override
        public void close() throws IOException {
            for (var connection : connections) {
                connection.close();
            }
        }
    }
}

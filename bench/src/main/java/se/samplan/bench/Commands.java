package se.samplan.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** Commands over HTTP to one command side: how many, and how long each takes, to bare inserts. */
record Commands(String name) implements Benchmark {

    static final String RATE = "command/32";
    static final String P99 = "command/p99";

    private static final int CLIENTS = 32;
    private static final int CONNECTIONS = 8;
    private static final double MILLIS = 1e6;

    /** How many usual windows the rare ones are looked for in. */
    private static final int LONGER = 4;

    private static final int NOT_FOUND = 404;

    @Override
    public Duration takes(Effort effort) {
        return Duration.ofSeconds(25)
                .plus(effort.warmUp())
                .plus(effort.settling())
                .plus(effort.window().multipliedBy(2L * effort.pairs() * (name.equals(P99) ? LONGER : 1)));
    }

    @Override
    public List<Figure> run(Bed bed) throws Exception {
        try (var cluster = bed.cluster();
                var bare = new BareTable(cluster, CONNECTIONS)) {
            bed.progress().step("Samplan starts");
            var member = cluster.member(Member.Kind.COMMAND_SIDE).start();
            try (var stories = new CaseworkerSessions(CLIENTS, List.of(member))) {
                bed.progress().step("warms up");
                bare.load().closed(bed.effort().window());
                stories.load().closed(bed.effort().warmUp());
                requireNoViews(member, stories);
                stories.load().settle(bed.effort().window(), bed.effort().settling());
                return name.equals(P99)
                        ? latency(bed, bare.load(), stories.load())
                        : rate(bed, bare.load(), stories.load());
            }
        }
    }

    /** Disables the followers, whose work would count as commands. */
    private static void requireNoViews(Member member, CaseworkerSessions stories) throws IOException {
        var participant = stories.all().getFirst().participant();
        try (var http = new Http(member.url())) {
            var answer = http.get(
                    "/api/participants/" + participant + "/plans", "Authorization", "Bearer " + stories.token());
            if (answer.status() != NOT_FOUND) {
                throw new IllegalStateException("the command side shows views: it answered " + answer.status());
            }
        }
    }

    private static List<Figure> rate(Bed bed, Load bare, Load commands) throws Exception {
        var window = bed.effort().window();
        var perSecond = new Ratios();
        var ratios = bed.pairs().run(() -> bare.closed(window), () -> noted(perSecond, commands.closed(window)));
        return List.of(
                Figure.of(RATE, ratios.getFirst(), Goal.atLeast(0.3)),
                Figure.of(RATE + "/rate", perSecond, null, "commands/s"));
    }

    private static List<Figure> latency(Bed bed, Load bare, Load commands) throws Exception {
        // At some hundreds a second a usual window has only a handful slower than the 99th percentile.
        var window = bed.effort().window().multipliedBy(LONGER);
        var half = commands.closed(window) / 2;
        var millis = new Ratios();
        var ratios = bed.pairs().run(() -> p99(bare, half, window), () -> noted(millis, p99(commands, half, window)));
        var within = Goal.atMost(25);
        return List.of(
                Figure.of(P99, ratios.getFirst(), Goal.atMost(5)).onlyMetIf(within.isMetBy(millis.median())),
                Figure.of(P99 + "/ms", millis, within, "ms"));
    }

    private static double p99(Load load, double perSecond, Duration window) throws Exception {
        return load.open(perSecond, window).getValueAtPercentile(99) / MILLIS;
    }

    private static double noted(Ratios numbers, double number) {
        numbers.add(number);
        return number;
    }
}

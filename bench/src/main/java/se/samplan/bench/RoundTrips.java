package se.samplan.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.regex.Pattern;
import picocli.CommandLine;
import se.samplan.client.caseload.Caseload;
import tools.jackson.databind.json.JsonMapper;

/** How many round trips to PostgreSQL a command makes: every command of a caseload, one at a time, on both wires. */
final class RoundTrips implements Benchmark {

    private static final String SCALE = "0.02";
    private static final Pattern ID = Pattern.compile("(?<=/)[^/]*[0-9][^/]*");
    private static final Pattern VARIABLE = Pattern.compile("\\{[^}]*}");

    private final Statements statements = new Statements();
    private final Map<String, Long> mostByKind = new ConcurrentSkipListMap<>();

    @Override
    public String name() {
        return "command/round-trips";
    }

    @Override
    public Duration takes(Effort effort) {
        return Duration.ofSeconds(60);
    }

    @Override
    public List<Figure> run(Bed bed) throws Exception {
        try (var cluster = bed.cluster();
                var proxy = new TcpProxy(cluster.database().port(), statements::listener)) {
            bed.progress().step("Samplan starts");
            var member = cluster.member(Member.Kind.WHOLE, proxy.port())
                    // Else deadlines would be looked for, and resting connections tried, while a command is counted.
                    .with("-Dsamplan.deadlines.every=PT10H", "-Dcom.zaxxer.hikari.aliveBypassWindowMs=3600000")
                    .start();
            try (var http = new TcpProxy(member.port(), Exchange::new)) {
                bed.progress().step("every kind of command is sent");
                caseload(http.port(), bed);
            }
            tellOfUnseen(member.url(), bed);
        }
        var most = mostByKind.values().stream().mapToLong(Long::longValue).max().orElseThrow();
        mostByKind.forEach((kind, trips) -> bed.progress().step(trips + " " + kind));
        return List.of(Figure.of(name(), Ratios.of((double) most), Goal.atMost(3), "round trips"));
    }

    private static void caseload(int port, Bed bed) {
        var said = new StringWriter();
        var ended = new CommandLine(new Caseload())
                .setOut(new PrintWriter(said))
                .setErr(new PrintWriter(said))
                .execute(
                        "--url=http://localhost:" + port,
                        "--scale=" + SCALE,
                        "--parallel=1",
                        "--plan=" + bed.folder().resolve("plan.json"));
        if (ended != 0) {
            throw new IllegalStateException("the caseload did not come through: " + said);
        }
    }

    /** What “over all commands” leaves out is said. */
    private void tellOfUnseen(URI samplan, Bed bed) throws IOException {
        try (var http = new Http(samplan)) {
            var paths = new JsonMapper()
                    .readTree(http.get("/v3/api-docs").done().body())
                    .path("paths");
            var unseen = new TreeSet<String>();
            paths.properties().forEach(path -> {
                if (path.getValue().has("post")) {
                    unseen.add(VARIABLE.matcher(path.getKey()).replaceAll("…"));
                }
            });
            unseen.removeAll(mostByKind.keySet());
            unseen.forEach(path -> bed.progress().step("not counted: " + path));
        }
    }

    /** Counts between a request and its answer: they come one at a time. */
    private final class Exchange implements TcpProxy.Listener {

        private String kind = "";
        private long before;

        @Override
        public synchronized void asked(byte[] bytes, int length) {
            var line = new String(bytes, 0, Math.min(length, 300), StandardCharsets.ISO_8859_1);
            if (line.startsWith("POST /api/")) {
                kind = ID.matcher(line.split(" ", 3)[1]).replaceAll("…");
                before = statements.tripsOfCommands();
            }
        }

        @Override
        public synchronized void answered() {
            if (!kind.isEmpty()) {
                mostByKind.merge(kind, statements.tripsOfCommands() - before, Math::max);
                kind = "";
            }
        }
    }
}

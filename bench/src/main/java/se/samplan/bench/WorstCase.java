package se.samplan.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import se.samplan.client.DemoIssuer;

/**
 * A command of the worst case that two lanes can build, where each has as many open activities as a lane may have, all
 * of which collide, and as many that are over, to the same command of an ordinary case.
 */
final class WorstCase implements Benchmark {

    /** What a lane may have open in a case. */
    private static final int OPEN = 25;

    /** What it may have there besides. */
    private static final int OVER = 125;

    /** Small runs make a smaller worst case. */
    private static final int EVENTS_AN_OPEN_ONE = 250;

    private static final int EVENTS_AN_OVER_ONE = 1600;

    /** Of windows, so that a round's medians are of some dozens of commands. */
    private static final int A_ROUND = 3;

    private static final double MILLIS = 1e6;
    private static final int OK = 200;

    @Override
    public String name() {
        return "worst-case";
    }

    @Override
    public Duration takes(Effort effort) {
        return Duration.ofSeconds(40)
                .plus(Duration.ofSeconds(open(effort)))
                .plus(Duration.ofSeconds(over(effort)))
                .plus(effort.warmUp())
                .plus(effort.window().multipliedBy((long) A_ROUND * effort.pairs()));
    }

    private static int open(Effort effort) {
        return Math.min(OPEN, effort.events() / EVENTS_AN_OPEN_ONE);
    }

    private static int over(Effort effort) {
        return Math.min(OVER, effort.events() / EVENTS_AN_OVER_ONE);
    }

    @Override
    public List<Figure> run(Bed bed) throws Exception {
        try (var cluster = bed.cluster()) {
            bed.progress().step("Samplan starts");
            var member = cluster.member(Member.Kind.WHOLE).start();
            try (var http = new Http(member.url())) {
                var issuer = new DemoIssuer(member.url());
                var municipality = "Bearer " + issuer.token("municipal-caseworker", null, null);
                var cases =
                        new Cases(bed, http, municipality, "Bearer " + issuer.token("agency-caseworker", null, null));
                var asked = List.of(cases.ordinary(), cases.worst());
                return figures(bed, new InTurn(http, municipality), asked);
            }
        }
    }

    private List<Figure> figures(Bed bed, InTurn commands, List<Asked> asked) throws IOException {
        bed.progress().step("warms up");
        commands.medians(asked, bed.effort().warmUp());
        var ratios = new Ratios();
        var millis = new Ratios();
        for (int pair = 1; pair <= bed.effort().pairs(); pair++) {
            bed.progress().step("round %d of %d".formatted(pair, bed.effort().pairs()));
            var medians = commands.medians(asked, bed.effort().window().multipliedBy(A_ROUND));
            ratios.add(medians.getLast() / medians.getFirst());
            millis.add(medians.getLast() / MILLIS);
        }
        return List.of(Figure.of(name(), ratios, Goal.atMost(10)), Figure.of(name() + "/ms", millis, null, "ms"));
    }

    /** Builds the two cases; each is one of an activity that is rescheduled to the days that it has. */
    private record Cases(Bed bed, Http http, String municipality, String agency) {

        private static final String DAYS = "\"from\":\"2026-01-01\",\"hoursPerWeek\":20";

        Asked ordinary() throws IOException {
            var path = person("19400101-T911");
            return rescheduled(path, planned(path, municipality));
        }

        Asked worst() throws IOException {
            var path = person("19400101-T912");
            send(path + "consents", municipality, """
                    {"parties": ["1481:LABOUR_MARKET", "AF:AGENCY"], "purpose": "COORDINATED_PLANNING",
                     "form": "WRITTEN", "kinds": ["ACTIVITIES"]}""");
            for (int i = 1; i <= over(bed.effort()); i++) {
                bed.progress().step("%d activities of each lane are over".formatted(i));
                for (var lane : List.of(municipality, agency)) {
                    send(path + "activities/" + planned(path, lane) + "/interruption", lane, "{\"reason\":\"OTHER\"}");
                }
            }
            var activities = new ArrayList<String>();
            for (int i = 1; i <= open(bed.effort()); i++) {
                bed.progress().step("%d activities of each lane are open".formatted(i));
                activities.add(planned(path, municipality));
                planned(path, agency);
            }
            return rescheduled(path, activities.getFirst());
        }

        private String person(String number) throws IOException {
            send("/api/participants", municipality, "{\"identityNumber\":\"" + number + "\"}");
            return "/api/cases/"
                    + send("/api/participants", agency, "{\"identityNumber\":\"" + number + "\"}")
                            .text("caseId")
                    + "/";
        }

        private String planned(String path, String lane) throws IOException {
            return send(path + "activities", lane, "{\"kind\":\"COACHING\"," + DAYS + "}")
                    .text("activityId");
        }

        private static Asked rescheduled(String path, String activity) {
            return Asked.write(path + "activities/" + activity + "/rescheduling", "{" + DAYS + "}", OK);
        }

        private Http.HttpReply send(String path, String lane, String body) throws IOException {
            return http.post(path, body, "Authorization", lane).done();
        }
    }
}

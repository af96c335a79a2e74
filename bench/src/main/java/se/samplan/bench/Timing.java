package se.samplan.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import se.samplan.client.DemoIssuer;

/**
 * What the time of an answer tells a caseworker of what she may not know: a case that is not hers beside one that there
 * is not, and her own beside others in which the agency has hidden entries. One request at a time, in turn; each figure
 * is the ratio of the medians of a round.
 */
final class Timing implements Benchmark {

    private static final int NOT_FOUND = 404;
    private static final int OK = 200;
    private static final int FEW = 10;
    private static final int MANY = 60;

    /** Small runs hide less. */
    private static final int EVENTS_A_HIDDEN_ONE = 100;

    /** Of windows, so that a round's medians are of some hundreds of requests. */
    private static final int A_ROUND = 3;

    /** A foreign case, to tell from one that there is not: anything below this lies within the scatter. */
    private static final Goal THE_SAME = Goal.atMost(1.1);

    /** A person as both sides know her. */
    private record Person(String participant, String caseId) {}

    /** Requests that should take equally long. */
    private record Group(Asked first, List<String> names, List<Asked> others, List<Goal> goals) {

        List<Asked> all() {
            return Stream.concat(Stream.of(first), others.stream()).toList();
        }
    }

    @Override
    public String name() {
        return "timing";
    }

    @Override
    public Duration takes(Effort effort) {
        return Duration.ofSeconds(40)
                .plus(effort.warmUp())
                .plus(effort.window().multipliedBy((long) A_ROUND * (1 + 6 * effort.pairs())));
    }

    @Override
    public List<Figure> run(Bed bed) throws Exception {
        try (var cluster = bed.cluster()) {
            bed.progress().step("Samplan starts");
            var member = cluster.member(Member.Kind.WHOLE).start();
            try (var http = new Http(member.url())) {
                var issuer = new DemoIssuer(member.url());
                var groups = new Scenery(
                                http,
                                "Bearer " + issuer.token("municipal-caseworker", null, null),
                                "Bearer " + issuer.token("agency-caseworker", null, null),
                                bed.effort())
                        .groups();
                return measured(
                        bed, new InTurn(http, "Bearer " + issuer.token("municipal-caseworker", null, null)), groups);
            }
        }
    }

    private static List<Figure> measured(Bed bed, InTurn reader, List<Group> groups) throws IOException {
        bed.progress().step("warms up");
        for (var group : groups) {
            reader.medians(group.all(), bed.effort().warmUp().dividedBy(groups.size()));
        }
        var figures = new ArrayList<Figure>();
        for (var group : groups) {
            bed.progress().step(group.names().getFirst());
            var ratios = group.others().stream().map(each -> new Ratios()).toList();
            for (int pair = 0; pair < bed.effort().pairs(); pair++) {
                var medians = reader.medians(group.all(), bed.effort().window().multipliedBy(A_ROUND));
                for (int i = 0; i < ratios.size(); i++) {
                    ratios.get(i).add(medians.get(i + 1) / medians.getFirst());
                }
            }
            for (int i = 0; i < ratios.size(); i++) {
                figures.add(Figure.of(
                        group.names().get(i),
                        ratios.get(i),
                        group.goals().isEmpty() ? null : group.goals().get(i)));
            }
        }
        return figures;
    }

    /** People of whom the municipality may know nothing, or not all. */
    private record Scenery(Http http, String municipality, String agency, Effort effort) {

        private int many() {
            return Math.min(MANY, effort.events() / EVENTS_A_HIDDEN_ONE);
        }

        private int few() {
            return Math.max(1, many() * FEW / MANY);
        }

        List<Group> groups() throws IOException {
            var foreign = registered("19400101-T901", agency);
            hide(foreign, many());
            var none = registered("19400101-T902", agency, municipality);
            var few = registered("19400101-T903", agency, municipality);
            hide(few, few());
            var many = registered("19400101-T904", agency, municipality);
            hide(many, many());
            var unknown =
                    new Person(UUID.randomUUID().toString(), UUID.randomUUID().toString());
            return List.of(
                    foreign("command", refused(unknown.caseId()), refused(foreign.caseId())),
                    foreign("plans", plans(unknown, NOT_FOUND), plans(foreign, NOT_FOUND)),
                    foreign("history", history(unknown, NOT_FOUND), history(foreign, NOT_FOUND)),
                    hidden("command", refused(none.caseId()), refused(few.caseId()), refused(many.caseId())),
                    hidden("plans", plans(none, OK), plans(few, OK), plans(many, OK)),
                    hidden("history", history(none, OK), history(few, OK), history(many, OK)));
        }

        private static Group foreign(String what, Asked unknown, Asked foreign) {
            return new Group(unknown, List.of("timing/foreign/" + what), List.of(foreign), List.of(THE_SAME));
        }

        private Group hidden(String what, Asked none, Asked few, Asked many) {
            return new Group(
                    none,
                    List.of("timing/hidden-" + few() + "/" + what, "timing/hidden-" + many() + "/" + what),
                    List.of(few, many),
                    List.of());
        }

        /** A command that every case refuses, since there is no such plan. */
        private static Asked refused(String caseId) {
            return Asked.write("/api/cases/" + caseId + "/plans/" + UUID.randomUUID() + "/agreement", "{}", NOT_FOUND);
        }

        private static Asked plans(Person person, int status) {
            return Asked.read("/api/participants/" + person.participant() + "/plans", status);
        }

        private static Asked history(Person person, int status) {
            return Asked.read("/api/cases/" + person.caseId() + "/history", status);
        }

        private Person registered(String number, String... by) throws IOException {
            Person person = null;
            for (var each : by) {
                var answer = http.post(
                                "/api/participants", "{\"identityNumber\":\"" + number + "\"}", "Authorization", each)
                        .done();
                person = new Person(answer.text("participantId"), answer.text("caseId"));
            }
            if (person == null) {
                throw new IllegalArgumentException("nobody registers");
            }
            return person;
        }

        private void hide(Person person, int entries) throws IOException {
            for (int i = 0; i < entries; i++) {
                http.post(
                                "/api/cases/" + person.caseId() + "/plans",
                                "{\"from\":\"2026-01-01\"}",
                                "Authorization",
                                agency)
                        .done();
            }
        }
    }
}

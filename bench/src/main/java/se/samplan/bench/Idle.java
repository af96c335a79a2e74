package se.samplan.bench;

import java.time.Duration;
import java.util.List;

/** How many SQL statements a second each of two Samplans sends, which share the following, when nobody asks anything. */
final class Idle implements Benchmark {

    @Override
    public String name() {
        return "idle";
    }

    @Override
    public Duration takes(Effort effort) {
        return Duration.ofSeconds(35).plus(effort.warmUp()).plus(effort.rest());
    }

    @Override
    public List<Figure> run(Bed bed) throws Exception {
        var statements = new Statements();
        try (var cluster = bed.cluster();
                var proxy = new TcpProxy(cluster.database().port(), statements::listener)) {
            bed.progress().step("two Samplans start");
            var members = List.of(
                    cluster.member(Member.Kind.WHOLE, proxy.port()).start(),
                    cluster.member(Member.Kind.WHOLE, proxy.port()).start());
            try (var stories = new CaseworkerSessions(2, members)) {
                bed.progress().step("some commands, then rest");
                stories.load().closed(bed.effort().window());
            }
            Thread.sleep(bed.effort().warmUp()); // what begins busily calms down
            var before = statements.executed();
            bed.progress().step("watched at rest");
            Thread.sleep(bed.effort().rest());
            var perSecond = (statements.executed() - before)
                    * 1000.0
                    / bed.effort().rest().toMillis()
                    / members.size();
            return List.of(Figure.of(name(), Ratios.of(perSecond), Goal.atMost(1), "statements/s"));
        }
    }
}

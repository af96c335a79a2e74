package se.samplan.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.JdbcTemplate;
import picocli.CommandLine;
import se.samplan.client.caseload.Caseload;

/** A store filled with a caseload through the product, whose cases are then copied under new names until there are enough events. */
final class History {

    private static final String COPY = """
            insert into samplan.event (stream, sequence, type, revision, metadata, payload)
            select copy.stream, e.sequence, e.type, e.revision, e.metadata,
                   -- a case's own name stands in its first event only
                   case when e.sequence = 0
                        then convert_to(replace(convert_from(e.payload, 'UTF8'), e.stream::text, copy.stream::text), 'UTF8')
                        else e.payload end
            from samplan.event e
            join (select stream as original, gen_random_uuid() as stream, n
                  from samplan.event, generate_series(1, ?) n
                  where type = 'CaseOpened') copy on copy.original = e.stream
            order by copy.n, e.global_index""";

    private History() {}

    /** How many events there are. */
    static long events(Cluster cluster) {
        return Objects.requireNonNull(new JdbcTemplate(cluster.database().superuser())
                .queryForObject("select count(*) from samplan.event", Long.class));
    }

    /** Fills an empty store; the Samplan that it took is at rest when it returns, and may be started again. */
    static Member fill(Benchmark.Bed bed, Cluster cluster) throws Exception {
        bed.progress().step("Samplan starts");
        var member = cluster.member(Member.Kind.WHOLE);
        try (member) {
            member.start();
            bed.progress().step("a caseload is sent");
            if (bed.effort().caseload() > 0) {
                caseload(member.url().toString(), bed);
            } else {
                story(member);
            }
        }
        bed.progress().step("its cases are copied");
        var superuser = new JdbcTemplate(cluster.database().superuser());
        var ofCases = Objects.requireNonNull(superuser.queryForObject("""
                        select count(*) from samplan.event
                        where stream in (select stream from samplan.event where type = 'CaseOpened')""", Long.class));
        superuser.update(COPY, (int) (bed.effort().events() / ofCases));
        superuser.execute("vacuum analyze samplan.event");
        return member;
    }

    private static void story(Member member) throws IOException {
        try (var stories = new CaseworkerSessions(1, List.of(member))) {
            for (int command = 0; command < CaseworkerSession.COMMANDS; command++) {
                stories.all().getFirst().next();
            }
        }
    }

    private static void caseload(String url, Benchmark.Bed bed) {
        var said = new StringWriter();
        var ended = new CommandLine(new Caseload())
                .setOut(new PrintWriter(said))
                .setErr(new PrintWriter(said))
                .execute(
                        "--url=" + url,
                        "--scale=" + bed.effort().caseload(),
                        "--plan=" + bed.folder().resolve("plan.json"));
        if (ended != 0) {
            throw new IllegalStateException("the caseload did not come through: " + said);
        }
    }
}

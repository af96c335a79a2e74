package se.samplan.bench;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.JdbcTemplate;

/** The largest token that followers ever stored: two of them under load, one ended, and the other taking over. */
final class TokenBytes implements Benchmark {

    /** Time for the claims of one that ended to be taken by another. */
    private static final Duration TAKEN_OVER = Duration.ofSeconds(15);

    @Override
    public String name() {
        return "token-bytes";
    }

    @Override
    public Duration takes(Effort effort) {
        return Duration.ofSeconds(50).plus(effort.warmUp());
    }

    @Override
    public List<Figure> run(Bed bed) throws Exception {
        try (var cluster = bed.cluster()) {
            bed.progress().step("two Samplans start");
            var first = cluster.member(Member.Kind.WHOLE).start();
            var superuser = new JdbcTemplate(cluster.database().superuser());
            watch(superuser);
            var second = cluster.member(Member.Kind.WHOLE).start();
            try (var stories = new CaseworkerSessions(8, List.of(first))) {
                bed.progress().step("both follow");
                stories.load().closed(bed.effort().warmUp());
                second.close();
                bed.progress().step("one follows alone");
                stories.load().closed(TAKEN_OVER);
            }
            var largest = Objects.requireNonNull(
                    superuser.queryForObject("select max(bytes) from bench.token", Double.class),
                    "no token was stored");
            return List.of(Figure.of(name(), Ratios.of(largest), Goal.atMost(200), "bytes"));
        }
    }

    /** Every token counts, however short it was kept. */
    private static void watch(JdbcTemplate superuser) {
        superuser.execute("create schema bench");
        superuser.execute("create table bench.token (bytes int)");
        superuser.execute("""
                create function bench.watch() returns trigger language plpgsql security definer as $$
                begin
                    insert into bench.token values (octet_length(new.token));
                    return new;
                end $$""");
        superuser.execute("create trigger watch after insert or update on samplan.token_entry"
                + " for each row when (new.token is not null) execute function bench.watch()");
    }
}

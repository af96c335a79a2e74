package se.samplan.bench.faults;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import picocli.CommandLine;
import se.samplan.client.operation.CheckCommand;

/** Compares what was acknowledged with what is stored, and what is stored with what is shown. */
final class Verifier {

    private Verifier() {}

    /**
     * What was found.
     *
     * @param lost acknowledged commands whose key, answer or event is not stored
     * @param doubled events beyond the one that each acknowledged command has
     */
    record Verdict(int acknowledged, int lost, long doubled) {}

    /** While all pause: everything that was sent is acknowledged by then. */
    static Verdict verify(Site site) throws Exception {
        return site.clients().paused(() -> {
            var verdict = counted(site);
            agreed(site);
            return verdict;
        });
    }

    private static Verdict counted(Site site) {
        var jdbc = new JdbcTemplate(site.cluster().database().superuser());
        var stored = new HashMap<String, String>();
        jdbc.query("""
                select i.key, i.entry, exists (
                  select from samplan.event e where e.stream = i.stream and e.sequence = i.sequence)
                from samplan.idempotency i""", row -> {
            if (row.getBoolean(3)) {
                stored.put(row.getString(1), row.getString(2));
            }
        });
        var acknowledged = site.journal().all();
        var lost = acknowledged.entrySet().stream()
                .filter(each -> !each.getValue().isAnsweredBy(stored.get(each.getKey())))
                .count();
        var events = new HashMap<String, Long>();
        jdbc.query("select type, count(*) from samplan.event group by type", row -> {
            events.put(row.getString(1), row.getLong(2));
        });
        return new Verdict(acknowledged.size(), (int) lost, doubled(acknowledged, events));
    }

    private static long doubled(Map<String, WriteJournal.Acknowledged> acknowledged, Map<String, Long> events) {
        var expected = new HashMap<String, Long>();
        acknowledged.values().forEach(each -> expected.merge(each.event(), 1L, Long::sum));
        return expected.entrySet().stream()
                .mapToLong(each -> Math.max(0, events.getOrDefault(each.getKey(), 0L) - each.getValue()))
                .sum();
    }

    /** By the product's own check, at each of the two. */
    static void agreed(Site site) {
        for (var client : site.samplans().all()) {
            var said = new StringWriter();
            var ended = new CommandLine(new CheckCommand())
                    .setOut(new PrintWriter(said))
                    .setErr(new PrintWriter(said))
                    .execute("--url", client.url().toString());
            if (ended != 0) {
                throw new Violation("the check did not succeed: " + said);
            }
        }
    }
}

package se.samplan.store;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Reads on a page at a time, in one of three ways, and remembers what it saw. */
abstract class InterleavedReader {

    private final SingleConnectionDataSource source;
    private final List<Long> seen = new ArrayList<>();
    private final Map<Long, Long> seenAt = new TreeMap<>();
    private long last;

    private InterleavedReader(SingleConnectionDataSource source, long start) {
        this.source = source;
        this.last = start;
    }

    /** The next indexes after this one. */
    abstract List<Long> after(long index);

    /** The product's way. */
    static InterleavedReader byBound(SingleConnectionDataSource source, long start, int limit) {
        var rows = new EventRows(source);
        return new InterleavedReader(source, start) {
            @Override
            List<Long> after(long index) {
                return rows.after(index, limit).stream()
                        .map(EventRow::globalIndex)
                        .toList();
            }
        };
    }

    /** Whatever can be seen. */
    static InterleavedReader naive(SingleConnectionDataSource source, long start) {
        var jdbc = new JdbcTemplate(source);
        return new InterleavedReader(source, start) {
            @Override
            List<Long> after(long index) {
                return upTo(jdbc, index, Long.MAX_VALUE);
            }
        };
    }

    /**
     * Whoever has drawn an index holds ROW EXCLUSIVE on the table since before, so once all holders seen at a head are
     * gone, everything up to that head is there or dead. A holder that prepares its transaction goes on under another
     * name, so the prepared ones are waited for in any case.
     */
    static InterleavedReader oracle(SingleConnectionDataSource source, long start) {
        var jdbc = new JdbcTemplate(source);
        return new InterleavedReader(source, start) {
            private long head = start;
            private Set<String> awaited = Set.of();

            @Override
            List<Long> after(long index) {
                if (head == index) {
                    head = Objects.requireNonNull(jdbc.queryForObject(
                            "select coalesce(pg_sequence_last_value('samplan.event_global_index_seq'::regclass), 0)",
                            Long.class));
                    awaited = holders(jdbc);
                } else {
                    var before = awaited;
                    awaited = holders(jdbc);
                    awaited.removeIf(holder -> !before.contains(holder) && !holder.startsWith("-1/"));
                }
                if (!awaited.isEmpty()) {
                    return List.of();
                }
                var read = upTo(jdbc, index, head);
                head = read.isEmpty() ? index : read.getLast();
                return read;
            }
        };
    }

    private static List<Long> upTo(JdbcTemplate jdbc, long index, long bound) {
        return jdbc.queryForList(
                "select global_index from samplan.event where global_index > ? and global_index <= ? order by 1",
                Long.class,
                index,
                bound);
    }

    private static Set<String> holders(JdbcTemplate jdbc) {
        return new HashSet<>(jdbc.queryForList("""
                select virtualtransaction from pg_locks where relation = 'samplan.event'::regclass and mode = 'RowExclusiveLock'
                and database = (select oid from pg_database where datname = current_database())""", String.class));
    }

    /** Whether there was more. */
    final boolean read() {
        var page = after(last);
        page.forEach(index -> seenAt.put(index, System.nanoTime()));
        seen.addAll(page);
        last = page.isEmpty() ? last : page.getLast();
        return !page.isEmpty();
    }

    final void readToTheEnd() {
        boolean more;
        do {
            more = read();
        } while (more);
    }

    final List<Long> seen() {
        return seen;
    }

    final long skipped(List<Long> there) {
        var known = new HashSet<>(seen);
        return there.stream().filter(index -> !known.contains(index)).count();
    }

    final long duplicated() {
        return (long) seen.size() - new HashSet<>(seen).size();
    }

    final long outOfOrder() {
        long count = 0;
        for (int i = 1; i < seen.size(); i++) {
            count += seen.get(i) < seen.get(i - 1) ? 1 : 0;
        }
        return count;
    }

    final long longestWaitMillis(Map<Long, Long> committedAt) {
        return seenAt.entrySet().stream()
                .mapToLong(at -> at.getValue() - Objects.requireNonNull(committedAt.get(at.getKey())))
                .map(TimeUnit.NANOSECONDS::toMillis)
                .max()
                .orElse(0);
    }

    final void close() {
        source.destroy();
    }
}

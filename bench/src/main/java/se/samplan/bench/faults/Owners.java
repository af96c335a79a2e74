package se.samplan.bench.faults;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import se.samplan.bench.Member;

/** Who owns the segments of what follows the events, as the store has it. */
final class Owners {

    private final JdbcTemplate jdbc;

    Owners(Site site) {
        jdbc = new JdbcTemplate(site.cluster().database().superuser());
    }

    /** A segment's owner, empty if it has none, and how far it has come. */
    record Segment(String follower, int number, String owner, long position) {

        boolean isOf(Member member) {
            return owner.startsWith(member.process().pid() + "@");
        }
    }

    List<Segment> segments() {
        return jdbc.query(
                "select processor_name, segment, coalesce(owner, ''),"
                        + " (convert_from(token, 'UTF8')::json->>'globalIndex')::bigint"
                        + " from samplan.token_entry where processor_name like 'case-views-%' order by 1, 2",
                (row, number) -> new Segment(row.getString(1), row.getInt(2), row.getString(3), row.getLong(4)));
    }

    /** Of which builds there are tokens: of one, or of two for a while after a rebuild. */
    List<String> followers() {
        return segments().stream().map(Segment::follower).distinct().toList();
    }

    /** How far each has come, whoever owns it. */
    Map<String, Long> positions() {
        return segments().stream()
                .collect(Collectors.toMap(each -> each.follower() + "/" + each.number(), Segment::position));
    }

    /** Whether nothing is left to be followed. */
    boolean allAtEnd() {
        var end = jdbc.queryForObject("select max(global_index) from samplan.event", Long.class);
        return end != null && segments().stream().allMatch(segment -> segment.position() >= end);
    }

    long ownedBy(Member member) {
        return segments().stream().filter(segment -> segment.isOf(member)).count();
    }

    /** Whether each segment is followed by one of these, and none is still held in the name of a process that was killed. */
    boolean allOwnedBy(Collection<Member> members) {
        var all = segments();
        return !all.isEmpty()
                && all.stream().allMatch(segment -> members.stream().anyMatch(segment::isOf));
    }

    boolean allOwnedBy(Member member) {
        return allOwnedBy(List.of(member));
    }
}

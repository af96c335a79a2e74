package se.samplan.follow;

import java.util.HashSet;
import java.util.OptionalLong;
import org.springframework.jdbc.core.JdbcTemplate;
import se.samplan.build.BuildCatalogue;

/** The positions of the builds' processors, from their tokens in the event store's database. */
public final class TokenPositions {

    private static final String PREFIX = "case-views-";

    private final JdbcTemplate tokens;

    public TokenPositions(JdbcTemplate tokens) {
        this.tokens = tokens;
    }

    /** The name of the processor that follows a build. */
    public static String processorName(String version) {
        return PREFIX + version;
    }

    /** The position that all segments have reached; empty if no token is stored yet. */
    public OptionalLong lowest(String version) {
        var lowest = tokens.queryForObject(
                "select min((convert_from(token, 'UTF8')::json->>'globalIndex')::bigint)"
                        + " from samplan.token_entry where processor_name = ?",
                Long.class,
                processorName(version));
        return lowest == null ? OptionalLong.empty() : OptionalLong.of(lowest);
    }

    /** A build's number of segments; the initial number if no token is stored yet. */
    public int segments(String version, int initial) {
        var stored = tokens.queryForObject(
                "select count(*) from samplan.token_entry where processor_name = ?",
                Integer.class,
                processorName(version));
        return stored == null || stored == 0 ? initial : stored;
    }

    /** Deletes the tokens of builds that no process follows any more. */
    public void deleteAllBut(String followed, BuildCatalogue builds) {
        // List before reading the current build: a processor that starts after the listing follows a build that is
        // current by then.
        var others = new HashSet<>(tokens.queryForList(
                "select distinct processor_name from samplan.token_entry where processor_name like ?",
                String.class,
                PREFIX + "%"));
        others.remove(processorName(followed));
        builds.current().ifPresent(current -> others.remove(processorName(current.version())));
        others.forEach(other -> tokens.update("delete from samplan.token_entry where processor_name = ?", other));
    }
}

package se.samplan.follow;

import java.util.HashSet;
import java.util.OptionalLong;
import org.springframework.jdbc.core.JdbcTemplate;
import se.samplan.build.BuildCatalogue;

/** The positions of the processors of builds, from their tokens in the event store's database. */
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

    /** The position that every segment has reached; empty if no token is stored yet. */
    public OptionalLong lowest(String version) {
        var lowest = tokens.queryForObject(
                "select min((convert_from(token, 'UTF8')::json->>'globalIndex')::bigint)"
                        + " from samplan.token_entry where processor_name = ?",
                Long.class,
                processorName(version));
        return lowest == null ? OptionalLong.empty() : OptionalLong.of(lowest);
    }

    /** How many segments a build has; the initial number if no token is stored yet. */
    public int segments(String version, int initial) {
        var stored = tokens.queryForObject(
                "select count(*) from samplan.token_entry where processor_name = ?",
                Integer.class,
                processorName(version));
        return stored == null || stored == 0 ? initial : stored;
    }

    /** Deletes the tokens of builds that nobody follows any more. */
    public void deleteAllBut(String followed, BuildCatalogue builds) {
        // Listed before the current build is read: a processor that starts after that follows a build that is current
        // by then.
        var others = new HashSet<>(tokens.queryForList(
                "select distinct processor_name from samplan.token_entry where processor_name like ?",
                String.class,
                PREFIX + "%"));
        others.remove(processorName(followed));
        builds.current().ifPresent(current -> others.remove(processorName(current.version())));
        others.forEach(other -> tokens.update("delete from samplan.token_entry where processor_name = ?", other));
    }
}

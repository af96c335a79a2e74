package se.samplan.follow;

import java.util.HashSet;
import java.util.OptionalLong;
import org.springframework.jdbc.core.JdbcTemplate;
import se.samplan.build.BuildCatalogue;

/** How far the followers of builds have come, as their tokens say in the event store's database. */
public final class TokenPositions {

    private static final String NAMES = "case-views-";

    private final JdbcTemplate tokens;

    public TokenPositions(JdbcTemplate tokens) {
        this.tokens = tokens;
    }

    /** The name of the follower of a build. */
    public static String follower(String version) {
        return NAMES + version;
    }

    /** The position up to which every segment has come; empty if it has no place yet. */
    public OptionalLong lowest(String version) {
        var lowest = tokens.queryForObject(
                "select min((convert_from(token, 'UTF8')::json->>'globalIndex')::bigint)"
                        + " from samplan.token_entry where processor_name = ?",
                Long.class,
                follower(version));
        return lowest == null ? OptionalLong.empty() : OptionalLong.of(lowest);
    }

    /** In how many segments it is followed; so many as given, if nobody does yet. */
    int segments(String version, int otherwise) {
        var stored = tokens.queryForObject(
                "select count(*) from samplan.token_entry where processor_name = ?", Integer.class, follower(version));
        return stored == null || stored == 0 ? otherwise : stored;
    }

    /** Gives up the places of builds that nobody follows any more. */
    public void keepOnly(String followed, BuildCatalogue builds) {
        // The list comes first: a follower that begins after it is of a build that is current by then.
        var others = new HashSet<>(tokens.queryForList(
                "select distinct processor_name from samplan.token_entry where processor_name like ?",
                String.class,
                NAMES + "%"));
        others.remove(follower(followed));
        builds.current().ifPresent(current -> others.remove(follower(current.version())));
        others.forEach(other -> tokens.update("delete from samplan.token_entry where processor_name = ?", other));
    }
}

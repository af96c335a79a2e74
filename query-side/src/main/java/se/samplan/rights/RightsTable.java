package se.samplan.rights;

import java.util.Locale;

/** An access-rights table, and the temporary table of the same name with the rows derived from the events. */
enum RightsTable {
    PARTICIPANT("participant_id", "to_jsonb(t)"),
    // When two lanes write concurrently, the first in the log may be the second to write: "since" may be either's.
    PARTICIPANT_LANE("participant_id, lane", "to_jsonb(t) - 'since'"),
    GROUND("ground_id", "to_jsonb(t)"),
    RESPONSIBLE("entry_id", "to_jsonb(t)"),
    ORGANISATION("organisation_id", "to_jsonb(t)"),
    STAFF("staff_id", "to_jsonb(t)"),
    // Versions have gaps and are drawn in another order by several organisations; their order within a kind is what
    // counts.
    POLICY("policy_id", "to_jsonb(t) - 'version'") {
        @Override
        String rows(String schema, String other) {
            return """
                    (select p.*, row_number() over (partition by organisation_id, kind
                       order by policy_id in (select policy_id from %2$s.policy) desc, version) as place
                     from %1$s.policy p)""".formatted(schema, other);
        }

        @Override
        String wrong() {
            return """
                    (organisation_id, kind) in (
                      select organisation_id, kind from (table samplan.policy union all table pg_temp.policy) both_sides
                      where policy_id in (%s))""".formatted(differing("policy_id"));
        }

        @Override
        String order() {
            return "version";
        }
    };

    private final String key;
    private final String facts;

    RightsTable(String key, String facts) {
        this.key = key;
        this.facts = facts;
    }

    String key() {
        return key;
    }

    String table() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Creates the temporary table, which is dropped with the transaction. */
    String create() {
        return "create temporary table %1$s (like samplan.%1$s including all) on commit drop".formatted(table());
    }

    /** Selects differences by key and kind, and their total. Parameter: the maximum to return. */
    String differences() {
        return differing("""
                concat_ws('/', %s),
                  case when made.facts is null then 'EXTRA' when found.facts is null then 'MISSING' else 'DIFFERENT' end,
                  count(*) over ()""".formatted(key)) + " order by 1 limit ?";
    }

    /** Deletes differing rows. */
    String remove() {
        return "delete from samplan.%s where %s".formatted(table(), wrong());
    }

    /** Inserts the rows then missing. */
    String add() {
        return """
                insert into samplan.%1$s overriding user value
                select * from pg_temp.%1$s where (%2$s) not in (select %2$s from samplan.%1$s) order by %3$s""".formatted(table(), key, order());
    }

    /** Matches the rows to delete. */
    String wrong() {
        return "(%s) in (%s)".formatted(key, differing(key));
    }

    /** The order in which to insert rows. */
    String order() {
        return key;
    }

    /** The rows of one schema, reduced to what is comparable with the other. */
    String rows(String schema, String other) {
        return schema + "." + table();
    }

    final String differing(String columns) {
        return "select %s from (%s) made full join (%s) found using (%s) where made.facts is distinct from found.facts"
                .formatted(columns, facts("pg_temp", "samplan"), facts("samplan", "pg_temp"), key);
    }

    private String facts(String schema, String other) {
        return "select %s, %s as facts from %s t".formatted(key, facts, rows(schema, other));
    }
}

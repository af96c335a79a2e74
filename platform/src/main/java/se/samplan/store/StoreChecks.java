package se.samplan.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.WrappedToken;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.springframework.jdbc.core.JdbcTemplate;

/** Checks at startup that the database is set up so that no event can be lost. */
final class StoreChecks {

    private static final List<Check> CHECKS = List.of(
            new Check(
                    "the server is a standby or the table a subscriber's copy: readers must ask the primary",
                    "not pg_is_in_recovery() and not exists (select 1 from pg_subscription_rel where srrelid = 'samplan.event'::regclass)"),
            new Check(
                    "transactions are not READ COMMITTED by default",
                    "current_setting('default_transaction_isolation') = 'read committed'"),
            new Check(
                    "the program is not connected as samplan_app",
                    "current_user = 'samplan_app' and session_user = 'samplan_app'"),
            new Check("samplan_app has an attribute or a membership that it must not have", """
                    (select not (rolsuper or rolcreatedb or rolcreaterole or rolreplication or rolbypassrls)
                       from pg_roles where rolname = current_user)
                    and not exists (select 1 from pg_auth_members where member = (select oid from pg_roles where rolname = current_user))"""),
            new Check("samplan_app owns something", """
                    not exists (select 1 from pg_class where relowner = (select oid from pg_roles where rolname = current_user) and relpersistence <> 't')
                    and not exists (select 1 from pg_proc where proowner = (select oid from pg_roles where rolname = current_user))
                    and not exists (select 1 from pg_namespace where nspowner = (select oid from pg_roles where rolname = current_user) and nspname !~ '^pg_(toast_)?temp_')"""),
            new Check("samplan_app may change or remove events", """
                    not has_table_privilege('samplan.event', 'UPDATE, DELETE, TRUNCATE, TRIGGER, REFERENCES, INSERT')
                    and not has_any_column_privilege('samplan.event', 'UPDATE')"""),
            new Check("samplan_app may choose an event's index or time", """
                    not has_column_privilege('samplan.event', 'global_index', 'INSERT')
                    and not has_column_privilege('samplan.event', 'recorded_at', 'INSERT')"""),
            new Check("samplan_app cannot read and append events", """
                    has_table_privilege('samplan.event', 'SELECT')
                    and (select bool_and(has_column_privilege('samplan.event', attname, 'INSERT')) from pg_attribute
                          where attrelid = 'samplan.event'::regclass and attname in ('stream', 'sequence', 'type', 'revision', 'metadata', 'payload'))"""),
            new Check("samplan_app must have SELECT on the sequence, and nothing else", """
                    has_sequence_privilege('samplan.event_global_index_seq', 'SELECT')
                    and not has_sequence_privilege('samplan.event_global_index_seq', 'USAGE, UPDATE')"""),
            new Check(
                    "the index is not an identity that is always generated, from a sequence without cache and cycle, by one",
                    """
                    (select attidentity = 'a' from pg_attribute where attrelid = 'samplan.event'::regclass and attname = 'global_index')
                    and (select seqcache = 1 and not seqcycle and seqincrement = 1 from pg_sequence where seqrelid = 'samplan.event_global_index_seq'::regclass)
                    and pg_get_serial_sequence('samplan.event', 'global_index') = 'samplan.event_global_index_seq'"""),
            new Check("the sequence was reset: its last value is below the table's highest index", """
                    coalesce(pg_sequence_last_value('samplan.event_global_index_seq'::regclass), 0)
                    >= coalesce((select max(global_index) from samplan.event), 0)"""),
            new Check(
                    "the trigger lock_position is missing, changed, or not ENABLE ALWAYS", trigger("lock_position", 0)),
            new Check(
                    "the trigger set_recorded_at is missing, changed, or not ENABLE ALWAYS",
                    trigger("set_recorded_at", 1)),
            new Check("the event table has triggers of somebody else's", """
                    not exists (select 1 from pg_trigger where tgrelid = 'samplan.event'::regclass and not tgisinternal
                      and tgname not in ('lock_position', 'set_recorded_at'))"""),
            new Check("a function of the event store is not the one of the migrations", """
                    (select string_agg(md5(prosrc), ' ' order by proname) from pg_proc where pronamespace = 'samplan'::regnamespace
                      and proname in ('lock_position', 'safe_bound', 'set_recorded_at'))
                    = 'a7fdf69184f92a52875cbf1de1ba628e add197a723e4c83dee946277a4f8c3b7 af6b0ea217366d52bef627ad32df3088'"""),
            new Check("the event table is partitioned, inherited from, unlogged, or has rules", """
                    (select relkind = 'r' and relpersistence = 'p' and not relispartition and not relhasrules from pg_class where oid = 'samplan.event'::regclass)
                    and not exists (select 1 from pg_inherits where inhparent = 'samplan.event'::regclass or inhrelid = 'samplan.event'::regclass)"""),
            new Check("an appender that gets stuck, busy or idle, would hold readers back for ever", """
                    current_setting('statement_timeout') <> '0' and current_setting('idle_in_transaction_session_timeout') <> '0'"""));

    private final JdbcTemplate app;

    private record Check(String otherwise, String condition) {}

    StoreChecks(DataSource app) {
        this.app = new JdbcTemplate(app);
    }

    /** @throws IllegalStateException naming every check that failed */
    void run() {
        var broken = new ArrayList<String>();
        for (var check : CHECKS) {
            if (!Boolean.TRUE.equals(app.queryForObject("select " + check.condition, Boolean.class))) {
                broken.add(check.otherwise);
            }
        }
        if (!broken.isEmpty()) {
            throw new IllegalStateException("The event store would lose or stall: " + String.join("; ", broken));
        }
    }

    /** Refuses tokens beyond the end of the store, as after a restore from a backup. */
    void requireTokensWithinStore(Serializer serializer) {
        Map<String, Long> positions = new TreeMap<>();
        app.query(
                "select processor_name, token, token_type from samplan.token_entry where token is not null and processor_name <> '__config'",
                row -> {
                    positions.merge(
                            row.getString(1), position(serializer, row.getBytes(2), row.getString(3)), Math::max);
                });
        // Read after the tokens, which other processes may be advancing.
        long bound = Objects.requireNonNull(app.queryForObject("select samplan.safe_bound()", Long.class));
        positions.forEach((follower, position) -> requireNotBeyond(follower, position, bound));
    }

    private static long position(Serializer serializer, byte[] token, String type) {
        TrackingToken read = serializer.deserialize(new SimpleSerializedObject<>(token, byte[].class, type, null));
        return WrappedToken.unwrapUpperBound(read).position().orElse(0);
    }

    private static void requireNotBeyond(String follower, long position, long bound) {
        if (position > bound) {
            throw new IllegalStateException(
                    "%s has read up to event %d, but the store reaches to %d: it was restored. Remove the follower's rows from samplan.token_entry and rebuild what it had written"
                            .formatted(follower, position, bound));
        }
    }

    /** Bits of tgtype: 1 for each row, 2 before, 4 insert. */
    private static String trigger(String name, int forEachRow) {
        return """
                exists (select 1 from pg_trigger where tgrelid = 'samplan.event'::regclass and tgname = '%s' and tgenabled = 'A'
                   and tgtype = %d and tgqual is null and tgfoid = 'samplan.%s'::regproc)""".formatted(name, 2 + 4 + forEachRow, name);
    }
}

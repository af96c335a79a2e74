package se.samplan.rights;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.samplan.organisation.StaffId;
import se.samplan.rights.RightsDifference.Kind;
import se.samplan.store.TestPostgres;
import se.samplan.store.TestStore;

/** What is wrong with the access rows is found and mended, and nothing else: each test leaves them as they were. */
@TestInstance(Lifecycle.PER_CLASS)
class RightsCheckTest {

    private static final Map<RightsTable, String> ALTERED = Map.of(
            RightsTable.PARTICIPANT, "protection = 'NONE'",
            RightsTable.GROUND, "valid_to = valid_from",
            RightsTable.RESPONSIBLE, "staff_id = gen_random_uuid()",
            RightsTable.ORGANISATION, "county = null",
            RightsTable.STAFF, "mandates = '{}'",
            RightsTable.POLICY, "policy_values = '{\"days\":\"99\"}'");

    private final TestPostgres postgres = TestPostgres.fresh();
    private final TestStore store = new TestStore(postgres, AccessProjection.real());
    private final JdbcClient database = JdbcClient.create(postgres.app());
    private final RightsCheck check = new RightsCheck(store.source(), store.reader());
    private final RightsRebuild rebuild = new RightsRebuild(store.source(), store.reader());

    @BeforeAll
    void history() {
        new SomeRights(store).happen();
    }

    @Test
    void nothing_is_found_where_only_events_were_at_work() {
        var told = new ArrayList<Long>();

        assertThat(check.run(told::add)).isEqualTo(new RightsDifferences(0, List.of()));

        assertThat(told.getLast()).isEqualTo(store.reader().count(Long.MAX_VALUE));
        var versions = versions();
        assertThat(rebuild.run(done -> {})).isZero();
        assertThat(versions()).isEqualTo(versions);
    }

    @ParameterizedTest
    @EnumSource
    void a_row_that_was_removed_is_named_and_comes_back(RightsTable table) {
        var before = rows(table);
        var key = anyKey(table);
        change("delete from samplan.%s where concat_ws('/', %s) = '%s'".formatted(table.table(), table.key(), key));

        found(new RightsDifference(table.table(), key, Kind.MISSING));

        mended(1);
        assertThat(rows(table)).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "PARTICIPANT_LANE")
    void a_row_that_was_altered_is_named_and_set_right(RightsTable table) {
        var before = rows(table);
        var key = anyKey(table);
        change("update samplan.%s set %s where concat_ws('/', %s) = '%s'"
                .formatted(table.table(), ALTERED.get(table), table.key(), key));

        found(new RightsDifference(table.table(), key, Kind.DIFFERENT));

        mended(1);
        assertThat(rows(table)).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource
    void a_row_that_was_added_is_named_and_removed(RightsTable table) {
        var before = rows(table);
        var key = added(table);

        found(new RightsDifference(table.table(), key, Kind.EXTRA));

        mended(1);
        assertThat(rows(table)).isEqualTo(before);
    }

    @Test
    void policies_in_another_order_than_they_were_set_are_found_and_set_in_order() {
        var before = rows(RightsTable.POLICY);
        change("update samplan.policy set version = default where policy_values ->> 'days' = '1'");

        assertThat(check.run(done -> {}).count()).isEqualTo(3);

        mended(3);
        assertThat(rows(RightsTable.POLICY)).isEqualTo(before);
    }

    @Test
    void of_many_differences_all_are_counted_and_some_are_named() {
        change("insert into samplan.participant_lane select gen_random_uuid(), 'AF:AGENCY', now()"
                + " from generate_series(1, 1000)");

        var found = check.run(done -> {});

        assertThat(found.count()).isEqualTo(1000);
        assertThat(found.first()).hasSize(RightsDifferences.SHOWN);
        mended(1000);
    }

    @Test
    void commands_go_on_while_rows_are_compared_and_mended() throws Exception {
        var going = new AtomicBoolean(true);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var commands = new ArrayList<Future<Integer>>();
            for (int i = 0; i < 4; i++) {
                commands.add(threads.submit(() -> {
                    int people = 0;
                    for (; going.get(); people++) {
                        new SomeRights(store).someone(new StaffId(UUID.randomUUID()), new StaffId(UUID.randomUUID()));
                    }
                    return people;
                }));
            }
            try {
                for (int i = 0; i < 5; i++) {
                    assertThat(check.run(done -> {}).first()).isEmpty();
                    change("update samplan.participant set birth_year = birth_year + 1 where participant_id = '%s'"
                            .formatted(anyKey(RightsTable.PARTICIPANT)));
                    assertThat(rebuild.run(done -> {})).isEqualTo(1);
                }
            } finally {
                going.set(false);
            }
            for (var command : commands) {
                assertThat(command.get()).isPositive();
            }
        }
        assertThat(check.run(done -> {}).first()).isEmpty();
    }

    private void found(RightsDifference difference) {
        assertThat(check.run(done -> {})).isEqualTo(new RightsDifferences(1, List.of(difference)));
    }

    private void mended(int rows) {
        assertThat(rebuild.run(done -> {})).isEqualTo(rows);
        assertThat(check.run(done -> {}).first()).isEmpty();
    }

    private void change(String sql) {
        assertThat(database.sql(sql).update()).isPositive();
    }

    private String anyKey(RightsTable table) {
        return database.sql("select concat_ws('/', %s) from samplan.%s order by 1 limit 1"
                        .formatted(table.key(), table.table()))
                .query(String.class)
                .single();
    }

    /** Another row: whatever its key and what else is unique are called, they are new. */
    private String added(RightsTable table) {
        return database.sql("""
                        insert into samplan.%1$s overriding user value
                        select (jsonb_populate_record(t, (select jsonb_object_agg(name, gen_random_uuid())
                          from unnest(array['participant_id', 'case_id', 'ground_id', 'entry_id', 'staff_id',
                            'organisation_id', 'policy_id']) name))).*
                        from samplan.%1$s t limit 1
                        returning concat_ws('/', %2$s)""".formatted(table.table(), table.key()))
                .query(String.class)
                .single();
    }

    private List<Long> versions() {
        return database.sql("select version from samplan.policy order by version")
                .query(Long.class)
                .list();
    }

    /** All that readers ask of it; of a policy's version its place. */
    private List<String> rows(RightsTable table) {
        return database.sql("select (to_jsonb(t) - 'version')::text from samplan.%s t order by %s"
                        .formatted(table.table(), table == RightsTable.POLICY ? "version" : table.key()))
                .query(String.class)
                .list();
    }
}

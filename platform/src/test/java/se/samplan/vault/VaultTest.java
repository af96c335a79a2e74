package se.samplan.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.util.PSQLException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import se.samplan.store.Query;
import se.samplan.store.Sql;
import se.samplan.store.TestPostgres;
import se.samplan.vault.SecretNumber.Subject;

class VaultTest {

    private static final MasterKey MASTER = MasterKey.of(MasterKeyTest.BASE64);
    private static final UUID ACTOR = UUID.randomUUID();

    /** What a number is given on condition of. */
    private static final Query<Integer> SOMEBODY = Query.of(row -> row.getInt(1), "select 1");

    private static final Query<Integer> NOBODY = Query.of(row -> row.getInt(1), "select 1 where false");

    private static final TestPostgres POSTGRES = TestPostgres.fresh();
    private static final Vault VAULT = new Vault(MASTER, POSTGRES.app());

    @BeforeAll
    static void start() {
        VAULT.checkMasterKey();
    }

    /** No number of anybody: the vault does not look at what it keeps. */
    private record AnyNumber(Subject subject, String revealed) implements SecretNumber {

        static AnyNumber fresh() {
            return new AnyNumber(Subject.PARTICIPANT, "number of " + UUID.randomUUID());
        }
    }

    private static void write(Sql sql) {
        client(POSTGRES.app())
                .sql(sql.text())
                .params(sql.parameters())
                .query((row, number) -> true)
                .single();
    }

    private static JdbcClient client(DataSource source) {
        return JdbcClient.create(source);
    }

    private static long rows(String table) {
        return client(POSTGRES.superuser())
                .sql("select count(*) from vault." + table)
                .query(Long.class)
                .single();
    }

    @Nested
    class An_identity_number {

        @Test
        void is_found_once_it_is_put() {
            var number = AnyNumber.fresh();
            var person = UUID.randomUUID();
            assertThat(VAULT.find(number)).isEmpty();

            write(VAULT.put(number, person));

            assertThat(VAULT.find(number)).contains(person);
        }

        @Test
        void may_be_put_again_for_the_same_person_and_changes_nothing() {
            var number = AnyNumber.fresh();
            var person = UUID.randomUUID();
            write(VAULT.put(number, person));
            long before = rows("identity");

            write(VAULT.put(number, person));

            assertThat(rows("identity")).isEqualTo(before);
            assertThat(VAULT.open(person, ACTOR, OpeningReason.IDENTITY_CHECK)).contains(number.revealed());
        }

        @Test
        void of_one_person_is_refused_for_another_and_told_apart_by_the_constraint() {
            var number = AnyNumber.fresh();
            write(VAULT.put(number, UUID.randomUUID()));

            assertThatThrownBy(() -> write(VAULT.put(number, UUID.randomUUID())))
                    .isInstanceOf(DuplicateKeyException.class)
                    .rootCause()
                    .isInstanceOfSatisfying(PSQLException.class, e -> assertThat(
                                    e.getServerErrorMessage().getConstraint())
                            .isEqualTo(Vault.NUMBER_TAKEN));
        }

        @Test
        void that_many_register_at_once_belongs_to_one_person() throws Exception {
            int many = 8;
            var number = AnyNumber.fresh();
            var together = new CyclicBarrier(many);
            Callable<Boolean> registers = () -> {
                together.await();
                try {
                    write(VAULT.put(number, UUID.randomUUID()));
                    return true;
                } catch (DuplicateKeyException _) {
                    return false;
                }
            };
            List<Future<Boolean>> answers;
            try (var threads = Executors.newFixedThreadPool(many)) {
                answers = threads.invokeAll(
                        IntStream.range(0, many).mapToObj(i -> registers).toList());
            }

            assertThat(answers.stream().filter(Future::resultNow)).hasSize(1);
            assertThat(VAULT.find(number)).isPresent();
        }

        @Test
        void rolled_back_is_not_found() {
            var number = AnyNumber.fresh();
            var source = POSTGRES.app();
            var within = new Vault(MASTER, source);
            var put = within.put(number, UUID.randomUUID());

            new TransactionTemplate(new JdbcTransactionManager(source)).executeWithoutResult(transaction -> {
                JdbcClient.create(source)
                        .sql(put.text())
                        .params(put.parameters())
                        .query()
                        .listOfRows();
                assertThat(within.find(number)).as("within the transaction").isPresent();
                transaction.setRollbackOnly();
            });

            assertThat(VAULT.find(number)).isEmpty();
        }

        @Test
        void of_a_sole_trader_does_not_tell_of_the_participant() {
            var participant = AnyNumber.fresh();
            var trader = new AnyNumber(Subject.SOLE_TRADER, participant.revealed());
            write(VAULT.put(participant, UUID.randomUUID()));

            var id = VAULT.idOf(trader, SOMEBODY).orElseThrow();

            assertThat(VAULT.find(participant)).isPresent().get().isNotEqualTo(id);
            assertThat(VAULT.idOf(trader, SOMEBODY)).as("asked again").contains(id);
        }

        @Test
        void of_a_sole_trader_is_not_kept_where_the_condition_finds_nobody() {
            var trader = new AnyNumber(Subject.SOLE_TRADER, AnyNumber.fresh().revealed());

            assertThat(VAULT.idOf(trader, NOBODY)).isEmpty();
            assertThat(VAULT.find(trader)).isEmpty();
            var id = VAULT.idOf(trader, SOMEBODY).orElseThrow();
            assertThat(VAULT.idOf(trader, NOBODY)).as("known meanwhile").isEmpty();
            assertThat(VAULT.find(trader)).contains(id);
        }

        @Test
        void of_a_sole_trader_gets_one_id_from_all_who_need_it_first_at_once() throws Exception {
            var trader = new AnyNumber(Subject.SOLE_TRADER, AnyNumber.fresh().revealed());
            int many = 8;
            var together = new CyclicBarrier(many);
            Callable<UUID> asking = () -> {
                together.await();
                return VAULT.idOf(trader, SOMEBODY).orElseThrow();
            };
            List<Future<UUID>> ids;
            try (var threads = Executors.newFixedThreadPool(many)) {
                ids = threads.invokeAll(
                        IntStream.range(0, many).mapToObj(i -> asking).toList());
            }

            assertThat(ids.stream().map(Future::resultNow).distinct()).hasSize(1);
        }

        @Test
        void stands_nowhere_in_the_tables() {
            var number = AnyNumber.fresh();
            write(VAULT.put(number, UUID.randomUUID()));

            var stored = client(POSTGRES.superuser())
                    .sql(
                            "select string_agg(t::text, ' ') from (select i, k from vault.identity i, vault.person_key k) t")
                    .query(String.class)
                    .single();

            var plain = HexFormat.of().formatHex(number.revealed().getBytes(StandardCharsets.UTF_8));
            assertThat(stored).isNotBlank();
            assertThat(stored.contains(number.revealed()) || stored.contains(plain))
                    .isFalse();
        }
    }

    @Nested
    class Opening {

        @Test
        void is_recorded_with_actor_and_reason_even_if_the_transaction_around_it_fails() {
            var number = AnyNumber.fresh();
            var person = UUID.randomUUID();
            write(VAULT.put(number, person));
            var source = POSTGRES.app();

            new TransactionTemplate(new JdbcTransactionManager(source)).executeWithoutResult(transaction -> {
                assertThat(new Vault(MASTER, source).open(person, ACTOR, OpeningReason.REGISTER_EXTRACT))
                        .contains(number.revealed());
                transaction.setRollbackOnly();
            });

            assertThat(client(POSTGRES.superuser())
                            .sql("select actor || ' ' || reason from vault.opened where person_id = ?")
                            .param(person)
                            .query(String.class)
                            .list())
                    .containsExactly(ACTOR + " REGISTER_EXTRACT");
        }

        @Test
        void of_an_erased_person_gives_nothing() {
            var person = UUID.randomUUID();
            write(VAULT.put(AnyNumber.fresh(), person));

            client(POSTGRES.superuser())
                    .sql("delete from vault.person_key where person_id = ?")
                    .param(person)
                    .update();

            assertThat(VAULT.open(person, ACTOR, OpeningReason.IDENTITY_CHECK)).isEmpty();
        }

        @Test
        void fails_where_a_row_was_moved_to_another_person() {
            var one = UUID.randomUUID();
            var other = UUID.randomUUID();
            write(VAULT.put(AnyNumber.fresh(), one));
            write(VAULT.put(AnyNumber.fresh(), other));

            client(POSTGRES.superuser())
                    .sql("update vault.identity set sealed = (select sealed from vault.identity where person_id = ?)"
                            + " where person_id = ?")
                    .params(one, other)
                    .update();

            assertThatThrownBy(() -> VAULT.open(other, ACTOR, OpeningReason.IDENTITY_CHECK))
                    .isInstanceOf(IllegalStateException.class);
        }
    }

    @Nested
    class The_running_programs_role {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "select * from vault.identity",
                    "select * from vault.person_key",
                    "select * from vault.data_key",
                    "select * from vault.opened",
                    "select * from vault.master_key",
                    "delete from vault.data_key",
                    "insert into vault.identity select * from vault.identity",
                    "create table vault.mine (id int)",
                    "set role samplan_vault"
                })
        void cannot_do(String statement) {
            assertRefused(POSTGRES.app(), statement);
        }

        @ParameterizedTest
        @ValueSource(strings = {"select * from vault.identity", "select * from vault.data_key"})
        void even_as_the_owner_of_the_events_cannot_do(String statement) {
            assertRefused(POSTGRES.owner(), statement);
        }

        private static void assertRefused(DataSource source, String statement) {
            assertThatThrownBy(() -> client(source).sql(statement).query().listOfRows())
                    .rootCause()
                    .isInstanceOfSatisfying(PSQLException.class, e -> assertThat(e.getSQLState())
                            .isEqualTo("42501"));
        }

        @Test
        void calls_no_function_of_the_vault_whose_search_path_it_could_bend() {
            assertThat(client(POSTGRES.superuser()).sql("""
                                 select proname from pg_proc
                                 where pronamespace = 'vault'::regnamespace
                                   and not (prosecdef and 'search_path=pg_catalog, pg_temp' = any (proconfig))
                                 """).query(String.class).list())
                    .isEmpty();
        }
    }

    @Nested
    class The_master_key {

        @Test
        void is_refused_if_the_vault_was_filled_with_another() {
            var other = new Vault(MasterKey.of(MasterKeyTest.base64(2, 32)), POSTGRES.app());

            assertThatThrownBy(other::checkMasterKey)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("SAMPLAN_MASTER_KEY");
        }

        @Test
        void may_be_checked_again_and_again() {
            VAULT.checkMasterKey();
            VAULT.checkMasterKey();

            assertThat(rows("master_key")).isEqualTo(1);
        }
    }
}

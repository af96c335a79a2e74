package se.samplan.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.assertj.core.api.ThrowableAssert;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import se.samplan.casework.CaseId;
import se.samplan.casework.DocumentClass;
import se.samplan.casework.LaneId;
import se.samplan.casework.ParticipantId;
import se.samplan.casework.Sealed;
import se.samplan.organisation.OrganisationId;
import se.samplan.store.Sql;
import se.samplan.store.TestPostgres;

class SealsTest {

    private static final MasterKey MASTER = MasterKey.of(MasterKeyTest.BASE64);
    private static final LaneId MUNICIPALITY = LaneId.labourMarket(new OrganisationId("1481"));
    private static final String TEXT = "Vill helst arbeta utomhus – får inte lyfta tungt.";

    private static final TestPostgres POSTGRES = TestPostgres.fresh();

    private final CaseId caseId = CaseId.random();
    private final ParticipantId participant = ParticipantId.random();
    private final UUID entry = UUID.randomUUID();
    private final Counting source = new Counting(POSTGRES.app());
    private final Seals seals = new Seals(MASTER, source);

    @BeforeAll
    static void start() {
        new Vault(MASTER, POSTGRES.app()).checkMasterKey();
    }

    /** Counts connections taken: one for each question to the vault. */
    private static final class Counting extends DelegatingDataSource {

        final AtomicInteger questions = new AtomicInteger();

        Counting(DataSource source) {
            super(source);
        }

        @Override
        public Connection getConnection() throws SQLException {
            questions.incrementAndGet();
            return super.getConnection();
        }
    }

    private Sealed seal(LaneId lane, DocumentClass documentClass) {
        return seals.seal(caseId, participant, lane, documentClass, entry, "explanation", TEXT);
    }

    private Optional<String> open(Seals by, Sealed sealed) {
        return by.open(sealed, caseId, entry, "explanation");
    }

    private static Seals another() {
        return new Seals(MASTER, POSTGRES.app());
    }

    private static void destroy(Sealed sealed) {
        JdbcClient.create(POSTGRES.superuser())
                .sql("delete from vault.data_key where key_id = ?")
                .param(sealed.dataKey())
                .update();
    }

    @Nested
    class A_sealed_field {

        @Test
        void opens_in_its_place_in_this_process_and_in_another() {
            var sealed = seal(MUNICIPALITY, DocumentClass.CASE_NOTES);

            assertThat(open(seals, sealed)).contains(TEXT);
            assertThat(open(another(), sealed)).contains(TEXT);
        }

        @Test
        void opens_in_no_other_case_entry_or_field() {
            var sealed = seal(MUNICIPALITY, DocumentClass.CASE_NOTES);

            assertBroken(() -> seals.open(sealed, CaseId.random(), entry, "explanation"));
            assertBroken(() -> seals.open(sealed, caseId, UUID.randomUUID(), "explanation"));
            assertBroken(() -> seals.open(sealed, caseId, entry, "message"));
        }

        @Test
        void that_was_changed_does_not_open() {
            var sealed = seal(MUNICIPALITY, DocumentClass.CASE_NOTES);
            var bytes = Base64.getDecoder().decode(sealed.ciphertext());
            bytes[20] ^= 1;

            assertBroken(() ->
                    open(seals, new Sealed(sealed.dataKey(), Base64.getEncoder().encodeToString(bytes))));
            assertBroken(() -> open(seals, new Sealed(sealed.dataKey(), "no base64!")));
            assertBroken(() -> open(seals, new Sealed(sealed.dataKey(), "")));
        }

        @Test
        void of_the_same_text_never_looks_the_same() {
            assertThat(seal(MUNICIPALITY, DocumentClass.CASE_NOTES).ciphertext())
                    .isNotEqualTo(seal(MUNICIPALITY, DocumentClass.CASE_NOTES).ciphertext());
        }

        @Test
        void may_be_empty() {
            var sealed = seals.seal(caseId, participant, MUNICIPALITY, DocumentClass.PLANS, entry, "summary", "");

            assertThat(seals.open(sealed, caseId, entry, "summary")).contains("");
        }

        private static void assertBroken(ThrowableAssert.ThrowingCallable opening) {
            assertThatThrownBy(opening)
                    .isInstanceOf(SealBroken.class)
                    .hasMessageNotContaining(TEXT)
                    .hasMessageEndingWith("does not open where it stands");
        }
    }

    @Nested
    class A_data_key {

        @Test
        void belongs_to_participant_lane_and_document_class() {
            var notes = seal(MUNICIPALITY, DocumentClass.CASE_NOTES);

            assertThat(seal(MUNICIPALITY, DocumentClass.CASE_NOTES).dataKey()).isEqualTo(notes.dataKey());
            assertThat(another()
                            .seal(caseId, participant, MUNICIPALITY, DocumentClass.CASE_NOTES, entry, "f", TEXT)
                            .dataKey())
                    .isEqualTo(notes.dataKey());
            assertThat(List.of(
                            seal(LaneId.AGENCY, DocumentClass.CASE_NOTES).dataKey(),
                            seal(MUNICIPALITY, DocumentClass.CONSENTS).dataKey(),
                            seals.seal(
                                            caseId,
                                            ParticipantId.random(),
                                            MUNICIPALITY,
                                            DocumentClass.CASE_NOTES,
                                            entry,
                                            "f",
                                            TEXT)
                                    .dataKey()))
                    .doesNotContain(notes.dataKey())
                    .doesNotHaveDuplicates();
        }

        @Test
        void destroyed_erases_its_own_fields_and_no_others() {
            var municipal = seal(MUNICIPALITY, DocumentClass.CASE_NOTES);
            var agencys = seal(LaneId.AGENCY, DocumentClass.CASE_NOTES);

            destroy(municipal);

            assertThat(open(another(), municipal)).isEmpty();
            assertThat(open(another(), agencys)).contains(TEXT);
        }

        @Test
        void is_the_same_for_all_who_need_it_first_at_once() throws Exception {
            int many = 8;
            var together = new CyclicBarrier(many);
            Callable<UUID> sealing = () -> {
                var own = another();
                together.await();
                return own.seal(caseId, participant, MUNICIPALITY, DocumentClass.PLANS, entry, "f", TEXT)
                        .dataKey();
            };
            List<Future<UUID>> keys;
            try (var threads = Executors.newFixedThreadPool(many)) {
                keys = threads.invokeAll(
                        IntStream.range(0, many).mapToObj(i -> sealing).toList());
            }

            assertThat(keys.stream().map(Future::resultNow).distinct()).hasSize(1);
        }

        @Test
        void is_kept_though_the_transaction_around_the_sealing_fails() {
            var sealed = new TransactionTemplate(new JdbcTransactionManager(source)).execute(transaction -> {
                transaction.setRollbackOnly();
                return seal(MUNICIPALITY, DocumentClass.SUBSIDIES);
            });

            assertThat(open(another(), sealed)).contains(TEXT);
        }

        @Test
        void swapped_for_another_is_noticed() {
            var one = seal(MUNICIPALITY, DocumentClass.CASE_NOTES);
            var other = seal(LaneId.AGENCY, DocumentClass.CASE_NOTES);
            JdbcClient.create(POSTGRES.superuser())
                    .sql("update vault.data_key set wrapped = (select wrapped from vault.data_key where key_id = ?)"
                            + " where key_id = ?")
                    .params(one.dataKey(), other.dataKey())
                    .update();

            assertThatThrownBy(() -> open(another(), other)).isInstanceOf(IllegalStateException.class);
        }
    }

    @Nested
    class The_vault {

        @Test
        void is_asked_once_who_it_is_and_for_the_key() {
            var found = seals.prepare(
                    Sql.of("select ?::uuid", participant.value()), MUNICIPALITY, DocumentClass.CASE_NOTES);
            int questions = source.questions.get();

            assertThat(questions).isOne();
            assertThat(found).contains(participant);
            assertThat(open(another(), seal(MUNICIPALITY, DocumentClass.CASE_NOTES)))
                    .contains(TEXT);
            assertThat(source.questions).as("none for the sealing").hasValue(questions);
        }

        @Test
        void keeps_no_key_where_nobody_is_found() {
            var nobody = Sql.of("select ?::uuid where false", participant.value());

            assertThat(seals.prepare(nobody, MUNICIPALITY, DocumentClass.CASE_NOTES))
                    .isEmpty();
            assertThat(JdbcClient.create(POSTGRES.superuser())
                            .sql("select key_id from vault.data_key where participant_id = ?")
                            .param(participant.value())
                            .query(UUID.class)
                            .list())
                    .isEmpty();
        }

        @Test
        void is_asked_once_for_all_fields_that_are_opened_together() {
            var fields = IntStream.range(0, 50)
                    .mapToObj(i -> {
                        var lane = LaneId.labourMarket(new OrganisationId(Integer.toString(1401 + i % 5)));
                        var id = UUID.randomUUID();
                        var sealed =
                                seals.seal(caseId, participant, lane, DocumentClass.CASE_NOTES, id, "f", "text " + i);
                        return new SealedField(caseId, id, "f", sealed);
                    })
                    .toList();
            destroy(fields.getFirst().sealed());
            var cold = new Counting(POSTGRES.app());
            var reader = new Seals(MASTER, cold);

            var opened = reader.openAll(fields);

            assertThat(cold.questions).hasValue(1);
            assertThat(opened)
                    .isEqualTo(IntStream.range(0, 50)
                            .mapToObj(i -> i % 5 == 0 ? Optional.<String>empty() : Optional.of("text " + i))
                            .toList());
        }

        @Test
        void is_not_asked_for_a_key_at_hand() {
            var sealed = seal(MUNICIPALITY, DocumentClass.CASE_NOTES);
            int asked = source.questions.get();

            seal(MUNICIPALITY, DocumentClass.CASE_NOTES);
            open(seals, sealed);

            assertThat(source.questions).hasValue(asked);
        }

        @Test
        void is_asked_nothing_for_no_fields() {
            assertThat(seals.openAll(List.of())).isEmpty();
            assertThat(source.questions).hasValue(0);
        }
    }
}

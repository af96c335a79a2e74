package se.samplan.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.samplan.CommandSide;
import se.samplan.command.EffectiveAt;
import se.samplan.organisation.OrganisationId;
import se.samplan.organisation.Role;
import se.samplan.organisation.StaffId;
import se.samplan.pipeline.CommandDispatcher;
import se.samplan.refusal.Rejected;
import se.samplan.store.TestPostgres;

/** The first operator of a production installation: appointed when the command side starts. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@SuppressWarnings("NullAway.Init")
class FirstOperatorTest {

    private static final int ROUNDS = 20;

    private static ConfigurableApplicationContext commandSide;
    private static JdbcClient jdbc;

    /** Keeps other tests' applications out of this one. */
    private static final class NoTestClasses extends TypeExcludeFilter {

        @Override
        public boolean match(MetadataReader reader, MetadataReaderFactory factory) {
            var place = reader.getResource().toString();
            return place.contains("test-classes") || place.contains("-tests.jar");
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof NoTestClasses;
        }

        @Override
        public int hashCode() {
            return NoTestClasses.class.hashCode();
        }
    }

    @BeforeAll
    static void a_start_without_anybody() {
        var application = new SpringApplication(CommandSide.class);
        application.setDefaultProperties(java.util.Map.of("spring.config.name", "command-side"));
        application.setRegisterShutdownHook(false);
        application.addInitializers(
                starting -> starting.getBeanFactory().registerSingleton("noTestClasses", new NoTestClasses()));
        var arguments = new ArrayList<>(List.of(
                "--server.port=0",
                "--spring.security.oauth2.resourceserver.jwt.issuer-uri=http://localhost:1/nobody",
                "--samplan.master-key=AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE=",
                "--samplan.postgres.user=samplan_app",
                "--samplan.postgres.owner-user=samplan_owner"));
        TestPostgres.fresh().properties().forEach((name, value) -> arguments.add("--" + name + "=" + value));
        commandSide = application.run(arguments.toArray(String[]::new));
        jdbc = commandSide.getBean(JdbcClient.class);
    }

    @AfterAll
    static void stop() {
        commandSide.close();
    }

    @Test
    @Order(1)
    void nobody_is_appointed_where_nobody_is_named() {
        firstOperator(" ").run(new DefaultApplicationArguments());
        assertThat(operators()).isEmpty();
    }

    @Test
    @Order(2)
    void processes_that_start_at_once_make_one_appointment() throws Exception {
        Callable<Boolean> starting = () -> {
            firstOperator("ada@example.org").run(new DefaultApplicationArguments());
            return true;
        };
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var started : threads.invokeAll(List.of(starting, starting, starting, starting))) {
                assertThat(started.get()).isTrue();
            }
        }
        assertThat(operators()).containsExactly("ada@example.org in SAMPLAN");
    }

    @Test
    @Order(3)
    void once_there_was_an_operator_nobody_else_is_appointed_by_a_start() {
        firstOperator("eve@example.org").run(new DefaultApplicationArguments());
        assertThat(operators()).containsExactly("ada@example.org in SAMPLAN");
    }

    @Test
    @Order(4)
    void of_operators_that_end_each_others_appointments_at_once_one_stays() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            appointOperator("operator " + round);
            assertThat(operators()).hasSize(2);

            var outcomes = endAllAtOnce();

            assertThat(outcomes).containsExactlyInAnyOrder("ended", "LAST_OPERATOR");
            assertThat(operators()).hasSize(1);
        }
    }

    @Test
    @Order(5)
    void an_appointment_of_another_role_ends_whoever_is_left() {
        var tutor = StaffId.random();
        appoint(tutor, "a report maker", Role.REPORT_MAKER, null);

        assertThat(end(tutor)).isEqualTo("ended");
        assertThat(operators()).hasSize(1);
    }

    @Test
    @Order(6)
    void one_whose_time_is_over_or_soon_will_be_does_not_count() {
        appoint(StaffId.random(), "former", Role.OPERATOR, now().minusSeconds(60));
        appoint(StaffId.random(), "leaving", Role.OPERATOR, now().plusSeconds(60));
        var last = jdbc.sql("select staff_id from samplan.staff where role = 'OPERATOR' and valid_to is null")
                .query(UUID.class)
                .single();

        assertThat(end(new StaffId(last))).isEqualTo("LAST_OPERATOR");
        appoint(StaffId.random(), "staying", Role.OPERATOR, now().plus(30, ChronoUnit.DAYS));
        assertThat(end(new StaffId(last))).isEqualTo("ended");
    }

    private static List<String> endAllAtOnce() throws Exception {
        var endings = jdbc
                .sql("select staff_id from samplan.staff where role = 'OPERATOR' and valid_to is null")
                .query(UUID.class)
                .list()
                .stream()
                .<Callable<String>>map(id -> () -> end(new StaffId(id)))
                .toList();
        var outcomes = new ArrayList<String>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var ended : threads.invokeAll(endings)) {
                outcomes.add(ended.get());
            }
        }
        return outcomes;
    }

    private static String end(StaffId id) {
        try {
            commandSide.getBean(CommandDispatcher.class).send(new EndAppointment(id, EffectiveAt.instant(now())));
            return "ended";
        } catch (Rejected rejected) {
            return rejected.reason().name();
        }
    }

    private static void appointOperator(String subject) {
        appoint(StaffId.random(), subject, Role.OPERATOR, null);
    }

    private static void appoint(StaffId id, String subject, Role role, @Nullable Instant to) {
        var since = now().minusSeconds(3600);
        commandSide
                .getBean(CommandDispatcher.class)
                .send(new AppointStaffMember(
                        id,
                        new OrganisationId("SAMPLAN"),
                        subject,
                        role,
                        null,
                        new TreeSet<>(),
                        since,
                        to,
                        EffectiveAt.instant(now())));
    }

    private static Instant now() {
        return Clock.systemUTC().instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static FirstOperator firstOperator(String subject) {
        return new FirstOperator(subject, commandSide.getBean(CommandDispatcher.class), jdbc, Clock.systemUTC());
    }

    private static List<String> operators() {
        return jdbc.sql("select subject || ' in ' || organisation_id from samplan.staff where role = 'OPERATOR'"
                        + " and valid_from <= now() and valid_to is null")
                .query(String.class)
                .list();
    }
}

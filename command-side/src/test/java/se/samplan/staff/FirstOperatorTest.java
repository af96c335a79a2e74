package se.samplan.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
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
import se.samplan.command.CommandDoor;
import se.samplan.store.TestPostgres;

/** The first operator of a production installation: appointed when the command side starts. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@SuppressWarnings("NullAway.Init")
class FirstOperatorTest {

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
        var arguments = new java.util.ArrayList<>(List.of(
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

    private static FirstOperator firstOperator(String subject) {
        return new FirstOperator(subject, commandSide.getBean(CommandDoor.class), jdbc, Clock.systemUTC());
    }

    private static List<String> operators() {
        return jdbc.sql("select subject || ' in ' || organisation_id from samplan.staff where role = 'OPERATOR'"
                        + " and valid_from <= now() and valid_to is null")
                .query(String.class)
                .list();
    }
}

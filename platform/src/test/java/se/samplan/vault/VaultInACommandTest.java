package se.samplan.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import se.samplan.store.CommandReads;
import se.samplan.store.DuplicateRow;
import se.samplan.store.EventCodec;
import se.samplan.store.PendingWrites;
import se.samplan.store.TestPostgres;

/** The vault as the program has it: asked in a command's first reads, written with its rows. */
class VaultInACommandTest {

    private static final TestPostgres POSTGRES = TestPostgres.fresh();
    private static final ConfigurableApplicationContext CONTEXT = program();

    private final Vault vault = CONTEXT.getBean(Vault.class);

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Program {

        @Bean
        EventCodec codec() {
            return new EventCodec(List.of());
        }
    }

    private record Digits(String revealed) implements SecretNumber {

        @Override
        public Subject subject() {
            return Subject.PARTICIPANT;
        }
    }

    private static ConfigurableApplicationContext program() {
        var builder = new SpringApplicationBuilder(Program.class, VaultConfiguration.class)
                .web(WebApplicationType.NONE)
                .properties("samplan.master-key=" + MasterKeyTest.BASE64, "spring.main.banner-mode=off");
        POSTGRES.properties().forEach((key, value) -> builder.properties(key + "=" + value));
        SpringApplication program = builder.application();
        program.setSources(Set.of("se.samplan.store.EventStoreConfiguration"));
        return builder.run();
    }

    @AfterAll
    static void stop() {
        CONTEXT.close();
    }

    private Optional<UUID> register(SecretNumber number, UUID person) {
        var unit = DefaultUnitOfWork.startAndGet(new GenericMessage<>("register"));
        try {
            unit.attachTransaction(CONTEXT.getBean(TransactionManager.class));
            var who = vault.whoHas(number);
            var known = CONTEXT.getBean(CommandReads.class).read(List.of(), who).firstOf(who);
            CONTEXT.getBean(PendingWrites.class).add(vault.put(number, person));
            unit.commit();
            return known;
        } catch (RuntimeException e) {
            if (unit.isActive()) {
                unit.rollback(e);
            }
            throw e;
        }
    }

    @Test
    void a_number_is_unknown_before_the_first_registration_and_known_after_it() {
        var number = new Digits(UUID.randomUUID().toString());
        var person = UUID.randomUUID();

        assertThat(register(number, person)).isEmpty();
        assertThat(register(number, person)).contains(person);
    }

    @Test
    void a_number_that_was_registered_meanwhile_fails_the_command_by_its_constraint() {
        var number = new Digits(UUID.randomUUID().toString());
        register(number, UUID.randomUUID());

        assertThatThrownBy(() -> register(number, UUID.randomUUID()))
                .isInstanceOfSatisfying(DuplicateRow.class, taken -> assertThat(taken.constraint())
                        .isEqualTo(Vault.NUMBER_TAKEN));
    }

    @Test
    void the_program_does_not_start_without_its_master_key_or_with_another() {
        var configured = new ApplicationContextRunner()
                .withBean(DataSource.class, POSTGRES::app)
                .withUserConfiguration(VaultConfiguration.class);

        configured.run(
                context -> assertThat(context.getStartupFailure()).rootCause().hasMessageEndingWith("it is missing"));
        configured
                .withPropertyValues("samplan.master-key=" + MasterKeyTest.base64(2, 32))
                .run(context -> assertThat(context.getStartupFailure())
                        .rootCause()
                        .hasMessageContaining("not the key that this database was filled with"));
    }
}

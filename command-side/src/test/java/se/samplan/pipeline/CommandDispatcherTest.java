package se.samplan.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import se.samplan.command.Command;
import se.samplan.command.EffectiveAt;
import se.samplan.policy.PolicyEvent;
import se.samplan.refusal.Rejected;

class CommandDispatcherTest {

    private final List<Object> handled = new ArrayList<>();
    private final CommandDispatcher dispatcher = dispatcher();

    private record Something(UUID stream, UUID entry, EffectiveAt effectiveAt) implements Command {
        @Override
        public Class<PolicyEvent> family() {
            return PolicyEvent.class;
        }
    }

    private record Named(UUID stream, UUID entry, EffectiveAt effectiveAt, Map<String, List<Name>> names)
            implements Command {
        @Override
        public Class<PolicyEvent> family() {
            return PolicyEvent.class;
        }
    }

    private record Name(@Nullable String text) {}

    private CommandDispatcher dispatcher() {
        var bus = SimpleCommandBus.builder().build();
        for (var command : List.of(Something.class, Named.class)) {
            bus.subscribe(command.getName(), message -> {
                handled.add(message.getPayload());
                return new Receipt(null, UUID.randomUUID(), 1);
            });
        }
        return new CommandDispatcher(bus, row -> {}, 1, Duration.ofSeconds(1));
    }

    @Test
    void a_command_is_sent_outside_of_transactions_only_since_it_would_commit_the_others() {
        var command = new Something(UUID.randomUUID(), UUID.randomUUID(), EffectiveAt.instant(Instant.EPOCH));
        TransactionSynchronizationManager.setActualTransactionActive(true);
        try {
            assertThatIllegalStateException()
                    .isThrownBy(() -> dispatcher.send(command))
                    .withMessageContaining("within another");
            assertThat(handled).isEmpty();
        } finally {
            TransactionSynchronizationManager.setActualTransactionActive(false);
        }

        dispatcher.send(command);
        assertThat(handled).containsExactly(command);
    }

    @Test
    void a_text_of_any_component_that_looks_like_an_identity_number_is_refused_before_anything_is_handled() {
        for (var number : List.of(
                "19900101-9802",
                "199001019802",
                "900101+9802",
                "9001019802",
                "Ward 19900161 9802b",
                "1990-01-01-9802",
                "19900101\u20139802",
                "1990\u200b01019802",
                "\uff11\uff19900101-9802",
                "19900101-t982",
                "19150072-2390")) {
            assertThatThrownBy(() -> dispatcher.send(named(number)))
                    .isInstanceOfSatisfying(Rejected.class, refused -> assertThat(refused.reason())
                            .isEqualTo(SendingRefusal.IDENTITY_NUMBER_IN_PLAIN_TEXT));
        }
        assertThat(handled).isEmpty();
        var fine = new ArrayList<>(List.of(
                "KC Nordost",
                "556012-5790",
                "2026-10-01",
                "v20261001",
                "19901301-9802",
                "19900132-9802",
                "12340112-1234-4abc-8abc-1234567890ab"));
        for (var text : fine) {
            dispatcher.send(named(text));
        }
        dispatcher.send(named(null));
        assertThat(handled).hasSize(fine.size() + 1);
    }

    private static Named named(@Nullable String text) {
        return new Named(
                UUID.randomUUID(),
                UUID.randomUUID(),
                EffectiveAt.instant(Instant.EPOCH),
                Map.of("name", List.of(new Name("plain"), new Name(text))));
    }
}

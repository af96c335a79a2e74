package se.samplan.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import se.samplan.command.Command;
import se.samplan.command.EffectiveAt;

class CommandDispatcherTest {

    private final List<Object> handled = new ArrayList<>();
    private final CommandDispatcher dispatcher = dispatcher();

    private record Something(UUID stream, UUID entry, EffectiveAt effectiveAt) implements Command {}

    private CommandDispatcher dispatcher() {
        var bus = SimpleCommandBus.builder().build();
        bus.subscribe(Something.class.getName(), message -> {
            handled.add(message.getPayload());
            return new Receipt(null, UUID.randomUUID(), 1);
        });
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
}

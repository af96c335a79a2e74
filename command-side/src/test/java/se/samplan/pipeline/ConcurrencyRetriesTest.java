package se.samplan.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.Test;
import se.samplan.casework.CaseRefusal;
import se.samplan.refusal.Rejected;

class ConcurrencyRetriesTest {

    private static final long PATIENCE_SECONDS = 10;

    private final CommandMessage<?> command = new GenericCommandMessage<>("a command");
    private final ConcurrencyRetries retries = ConcurrencyRetries.create();

    @Test
    void a_slow_one_holds_up_no_other() throws InterruptedException {
        var others = new CountDownLatch(3);
        var slowIsDone = new CountDownLatch(1);

        assertThat(again(() -> {
                    awaited(others);
                    slowIsDone.countDown();
                }))
                .isTrue();
        for (int i = 0; i < 3; i++) {
            assertThat(again(others::countDown)).isTrue();
        }

        assertThat(others.await(PATIENCE_SECONDS, TimeUnit.SECONDS))
                .as("sent while the slow one waits")
                .isTrue();
        assertThat(slowIsDone.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void a_refusal_is_not_sent_again() {
        assertThat(retries.scheduleRetry(command, new Rejected(CaseRefusal.STALE), List.of(), () -> {
                    throw new AssertionError("sent again");
                }))
                .isFalse();
    }

    private boolean again(Runnable sending) {
        return retries.scheduleRetry(command, new ConcurrencyException("another was faster"), List.of(), sending);
    }

    private static void awaited(CountDownLatch latch) {
        try {
            assertThat(latch.await(PATIENCE_SECONDS * 2, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

package se.samplan.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RetryingHttpClientTest {

    private static final Duration PAUSE = Duration.ofMillis(1);

    private final AtomicInteger attempts = new AtomicInteger();

    @Test
    void what_got_no_answer_is_retried_until_it_is_answered() throws Exception {
        try (var http = client(Duration.ofMinutes(1))) {
            assertThat(http.<Integer, Unsuccessful>retry(() -> {
                        if (attempts.incrementAndGet() < 5) {
                            throw new IOException("away");
                        }
                        return attempts.get();
                    }))
                    .isEqualTo(5);
        }
    }

    @Test
    void when_patience_ends_the_last_failure_is_thrown() {
        try (var http = client(Duration.ofMillis(50))) {
            assertThatThrownBy(() -> http.<Integer, Unsuccessful>retry(() -> {
                        throw new IOException("away " + attempts.incrementAndGet());
                    }))
                    .isInstanceOf(IOException.class)
                    .hasMessage("away " + attempts.get());
        }
        assertThat(attempts.get()).isGreaterThan(1);
    }

    @Test
    void without_patience_there_is_one_attempt() {
        try (var http = client(Duration.ZERO)) {
            assertThatThrownBy(() -> http.<Integer, Unsuccessful>retry(() -> {
                        throw new IOException("away " + attempts.incrementAndGet());
                    }))
                    .hasMessage("away 1");
        }
    }

    @Test
    void nothing_but_a_missing_answer_is_retried() {
        try (var http = client(Duration.ofMinutes(1))) {
            assertThatThrownBy(() -> http.<Integer, Unsuccessful>retry(() -> {
                        attempts.incrementAndGet();
                        throw new Unsuccessful("refused");
                    }))
                    .isInstanceOf(Unsuccessful.class)
                    .hasMessage("refused");
        }
        assertThat(attempts).hasValue(1);
    }

    @Test
    void an_interrupt_ends_a_pause() {
        try (var http = client(Duration.ofMinutes(1))) {
            assertThatThrownBy(() -> http.<Integer, Unsuccessful>retry(() -> {
                        Thread.currentThread().interrupt();
                        throw new IOException("away " + attempts.incrementAndGet());
                    }))
                    .isInstanceOf(InterruptedException.class);
        }
        assertThat(attempts).hasValue(1);
    }

    private static RetryingHttpClient client(Duration patience) {
        return new RetryingHttpClient(
                PAUSE, PAUSE, new RetryingHttpClient.Patience(patience, PAUSE, Duration.ofMillis(5)));
    }
}

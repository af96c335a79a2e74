package se.samplan.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.coyote.InputBuffer;
import org.apache.tomcat.util.net.ApplicationBufferHandler;
import org.junit.jupiter.api.Test;
import se.samplan.http.PromptBodies.BoundedInput;

class PromptBodiesTest {

    private static final Duration WITHIN = Duration.ofSeconds(10);

    private final AtomicLong time = new AtomicLong();

    /** One byte at each read, for which a reader waits so long. */
    private record Bytes(AtomicLong time, Duration pause) implements InputBuffer {

        @Override
        public int doRead(ApplicationBufferHandler handler) {
            time.addAndGet(pause.toNanos());
            return 1;
        }

        @Override
        public int available() {
            return 0;
        }
    }

    private BoundedInput input(Duration pause) {
        return new BoundedInput(new Bytes(time, pause), WITHIN, time::get);
    }

    @Test
    void a_body_that_is_waited_for_too_long_in_all_is_given_up() throws IOException {
        var input = input(WITHIN.dividedBy(2));
        assertThat(input.doRead(ApplicationBufferHandler.EMPTY)).isOne();
        assertThat(input.doRead(ApplicationBufferHandler.EMPTY)).isOne();
        assertThat(input.doRead(ApplicationBufferHandler.EMPTY))
                .as("exactly in time")
                .isOne();

        assertThatThrownBy(() -> input.doRead(ApplicationBufferHandler.EMPTY))
                .isInstanceOf(SocketTimeoutException.class);
    }

    @Test
    void a_body_that_is_there_is_read_however_late_its_reader_comes() throws IOException {
        var input = input(Duration.ZERO);
        time.addAndGet(WITHIN.multipliedBy(2).toNanos());

        assertThat(input.doRead(ApplicationBufferHandler.EMPTY)).isOne();
    }
}

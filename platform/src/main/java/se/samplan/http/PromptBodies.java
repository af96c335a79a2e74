package se.samplan.http;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.apache.coyote.InputBuffer;
import org.apache.tomcat.util.net.ApplicationBufferHandler;

/** Bounds how long a body is waited for, whether it is read or skipped: the server's own timeout is one between two reads. */
final class PromptBodies extends ValveBase {

    /** In bytes; a connection on which more stands unread is closed. */
    private static final long SKIPPED = 8L * JsonBody.LONGEST;

    private final Duration within;

    PromptBodies(Duration within) {
        super(true);
        this.within = within;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        var received = request.getCoyoteRequest();
        var unbounded = received.getInputBuffer();
        var bounded = new BoundedInput(unbounded, within, System::nanoTime);
        received.setInputBuffer(bounded);
        try {
            getNext().invoke(request, response);
        } finally {
            received.setInputBuffer(unbounded); // the connection's next request has a bound of its own
        }
        if (!request.isAsync() && !received.isFinished()) {
            response.finishResponse();
            if (!bounded.skip()) {
                received.action(ActionCode.DISABLE_SWALLOW_INPUT, null);
            }
        }
    }

    /** Counts the time spent in waiting alone: what is read late but came in time is read. */
    static final class BoundedInput implements InputBuffer {

        private final InputBuffer input;
        private final long patience;
        private final LongSupplier nanoTime;
        private long waited;

        BoundedInput(InputBuffer input, Duration within, LongSupplier nanoTime) {
            this.input = input;
            this.nanoTime = nanoTime;
            patience = within.toNanos();
        }

        @Override
        public int doRead(ApplicationBufferHandler handler) throws IOException {
            if (waited > patience) {
                throw new SocketTimeoutException("the body did not come in time");
            }
            var begun = nanoTime.getAsLong();
            try {
                return input.doRead(handler);
            } finally {
                waited += nanoTime.getAsLong() - begun;
            }
        }

        @Override
        public int available() {
            return input.available();
        }

        /** Whether the rest of the body came, so that the connection can be used again. */
        boolean skip() {
            var discarded = new Discarded();
            try {
                for (long read = 0, skipped = 0; skipped <= SKIPPED; skipped += read) {
                    read = doRead(discarded);
                    if (read < 0) {
                        return true;
                    }
                }
                return false;
            } catch (IOException didNotCome) {
                return false;
            }
        }
    }

    private static final class Discarded implements ApplicationBufferHandler {

        private ByteBuffer buffer = EMPTY_BUFFER;

        @Override
        public void setByteBuffer(ByteBuffer buffer) {
            this.buffer = buffer;
        }

        @Override
        public ByteBuffer getByteBuffer() {
            return buffer;
        }

        @Override
        public void expand(int size) {}
    }
}

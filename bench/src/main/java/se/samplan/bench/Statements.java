package se.samplan.bench;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.LongAdder;

/** Counts what programs ask PostgreSQL, on its own wire: statements, and the round trips of commands. */
final class Statements {

    private final LongAdder executed = new LongAdder();
    private final LongAdder trips = new LongAdder();

    /** How many statements were executed so far. */
    long executed() {
        return executed.sum();
    }

    /** How many round trips were made so far on the connections that commands use. */
    long tripsOfCommands() {
        return trips.sum();
    }

    /** Listens to one more connection. */
    TcpProxy.Listener listener() {
        return new Connection();
    }

    /** Reads the messages of a client: a type, a length, and so many bytes less four. */
    private final class Connection implements TcpProxy.Listener {

        private static final int HEAD = 5;

        /** What a pool sends to see whether anybody is there: no statement. */
        private static final int EMPTY = 1;

        /** Sent along with the statement after it: its answer is not waited for. */
        private static final int BEGIN = "BEGIN\0".length();

        private static final int PROTOCOL_3 = 3 << 16;

        /** The pool for commands is the only one whose transactions have a limit. */
        private static final String OF_COMMANDS = "transaction_timeout";

        private final ByteArrayOutputStream head = new ByteArrayOutputStream();
        private boolean started;
        private boolean ofCommands;
        private long toSkip;

        @Override
        public void asked(byte[] bytes, int length) {
            int at = started ? 0 : afterStart(bytes, length);
            while (at < length) {
                if (toSkip > 0) {
                    var skipped = (int) Math.min(toSkip, length - at);
                    toSkip -= skipped;
                    at += skipped;
                } else {
                    head.write(bytes[at++]);
                    if (head.size() == HEAD) {
                        message(head.toByteArray());
                        head.reset();
                    }
                }
            }
        }

        /** The first messages have no type and come alone: an offer of encryption, which is declined, and the start. */
        private int afterStart(byte[] bytes, int length) {
            if (length >= 8 && number(bytes, 4) == PROTOCOL_3) {
                started = true;
                ofCommands = new String(bytes, 0, length, StandardCharsets.UTF_8).contains(OF_COMMANDS);
            }
            return length;
        }

        private void message(byte[] message) {
            toSkip = number(message, 1) - 4L;
            switch (message[0]) {
                case 'Q' -> {
                    if (toSkip > EMPTY) {
                        executed.increment();
                    }
                    if (toSkip != BEGIN) {
                        trip();
                    }
                }
                case 'E' -> executed.increment();
                case 'S' -> trip(); // after it the client waits
                default -> {} // parses, binds, describes: parts of an execution
            }
        }

        private void trip() {
            if (ofCommands) {
                trips.increment();
            }
        }

        private static int number(byte[] bytes, int at) {
            return (bytes[at] & 0xff) << 24
                    | (bytes[at + 1] & 0xff) << 16
                    | (bytes[at + 2] & 0xff) << 8
                    | bytes[at + 3] & 0xff;
        }
    }
}

package se.samplan.http;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * Describes a failure for the log by classes and our own stack frames, never by a message, which may quote personal
 * data.
 */
public final class StackLocations {

    private static final int MAXIMUM_FRAMES = 6;

    private StackLocations() {}

    /** The class of a failure and of its causes, each with the innermost of our own stack frames. */
    public static String of(Throwable failure) {
        var frames = Arrays.stream(failure.getStackTrace())
                .filter(frame -> frame.getClassName().startsWith("se.samplan."))
                .limit(MAXIMUM_FRAMES)
                .map(StackTraceElement::toString)
                .collect(Collectors.joining(" < "));
        var description = failure.getClass().getName() + " at " + frames;
        var cause = failure.getCause();
        return cause == null ? description : description + "; caused by " + of(cause);
    }
}

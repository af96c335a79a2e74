package se.samplan.http;

import java.util.Arrays;
import java.util.stream.Collectors;

/** What went wrong and where, for the log: classes and places of our own, never a message, which may quote a person. */
public final class StackLocations {

    private static final int MOST = 6;

    private StackLocations() {}

    /** The class of a failure and of its causes, each with where in our code it was. */
    public static String of(Throwable failure) {
        var places = Arrays.stream(failure.getStackTrace())
                .filter(frame -> frame.getClassName().startsWith("se.samplan."))
                .limit(MOST)
                .map(StackTraceElement::toString)
                .collect(Collectors.joining(" < "));
        var told = failure.getClass().getName() + " at " + places;
        var cause = failure.getCause();
        return cause == null ? told : told + "; caused by " + of(cause);
    }
}

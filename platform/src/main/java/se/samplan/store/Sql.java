package se.samplan.store;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One SQL statement with its parameters, to send in a batch with others.
 *
 * @param text one statement without a semicolon, {@code ?} for each parameter
 * @param parameters UUID, Instant, LocalDate, text, numbers, byte[], String[], UUID[], enums (by name) or null
 */
public record Sql(String text, List<@Nullable Object> parameters) {

    public Sql {
        if (text.contains(";")) {
            throw new IllegalArgumentException("one statement at a time, without a semicolon");
        }
        parameters = Collections.unmodifiableList(parameters);
    }

    /** This statement with these parameters. */
    public static Sql of(String text, @Nullable Object... parameters) {
        return new Sql(text, Arrays.asList(parameters));
    }
}

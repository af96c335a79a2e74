package se.samplan.bench;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One figure, as the table and the JSON have it.
 *
 * @param ratio the median of its paired ratios, or its plain number where it has none
 * @param min the least of them
 * @param max the greatest
 * @param goal absent where there is nothing to reach
 * @param met whether it reaches its goal; a figure without one does, one that is void or whose goal is does not
 * @param isVoid whether its paired ratios lie too far apart to say anything
 * @param unit what is counted; {@code ratio} where it is a ratio
 */
@JsonPropertyOrder({"name", "ratio", "min", "max", "goal", "met", "void", "unit"})
record Figure(
        String name,
        double ratio,
        double min,
        double max,
        @Nullable Goal goal,
        boolean met,
        @JsonProperty("void") boolean isVoid,
        String unit) {

    static final String RATIO = "ratio";

    /** Of paired ratios. */
    static Figure of(String name, Ratios ratios, @Nullable Goal goal) {
        return new Figure(
                name,
                ratios.median(),
                ratios.min(),
                ratios.max(),
                goal,
                !ratios.areVoid() && (goal == null || goal.isMetBy(ratios.median())),
                ratios.areVoid(),
                RATIO);
    }

    /** Of plain numbers: there is no pair to lie far from another. */
    static Figure of(String name, Ratios numbers, @Nullable Goal goal, String unit) {
        var met = goal == null || goal.isMetBy(numbers.median());
        return new Figure(name, numbers.median(), numbers.min(), numbers.max(), goal, met, false, unit);
    }

    /** Met only if this holds as well. */
    Figure onlyMetIf(boolean condition) {
        return new Figure(name, ratio, min, max, goal, met && condition, isVoid, unit);
    }

    static String number(double value) {
        var decimals = Math.abs(value) >= 100 || value == Math.rint(value) ? 0 : Math.abs(value) >= 10 ? 1 : 2;
        return String.format(Locale.ROOT, "%." + decimals + "f", value);
    }
}

package se.samplan.client.caseload;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Properties;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The percentages of the file of shares, every one of them given. */
final class Weights {

    private static final String SHIPPED = "/caseload/shares.properties";

    private final Map<Weight, Double> percentages;

    private Weights(Map<Weight, Double> percentages) {
        this.percentages = percentages;
    }

    static Weights shipped() {
        return parse("shares.properties", TableFolder.resource(SHIPPED));
    }

    static Weights read(@Nullable Path file) {
        if (file == null) {
            return shipped();
        }
        try {
            return parse(file.toString(), Files.readString(file));
        } catch (IOException e) {
            throw new BadTable(file + " cannot be read: " + e.getMessage());
        }
    }

    static Weights parse(String file, String content) {
        var properties = new Properties();
        try {
            properties.load(new StringReader(content));
        } catch (IOException | IllegalArgumentException e) {
            throw new BadTable(file + " is not a properties file: " + e.getMessage());
        }
        var unknown = new TreeSet<>(properties.stringPropertyNames());
        var percentages = new EnumMap<Weight, Double>(Weight.class);
        for (var weight : Weight.values()) {
            unknown.remove(weight.key());
            percentages.put(weight, percentage(file, weight.key(), properties.getProperty(weight.key())));
        }
        if (!unknown.isEmpty()) {
            throw new BadTable(file + ": there is no share named " + String.join(", ", unknown));
        }
        return new Weights(percentages);
    }

    double percent(Weight weight) {
        return percentages.getOrDefault(weight, 0.0);
    }

    /** So many of a number of people, rounded half up. */
    int of(Weight weight, int people) {
        return (int) Math.round(percent(weight) * people / 100);
    }

    private static double percentage(String file, String key, @Nullable String text) {
        if (text == null) {
            throw new BadTable(file + ": " + key + " is missing");
        }
        try {
            double percent = Double.parseDouble(text.strip());
            if (percent >= 0 && percent <= 100) {
                return percent;
            }
        } catch (NumberFormatException e) {
            throw new BadTable(file + ": " + key + " = " + text + " is not a number");
        }
        throw new BadTable(file + ": " + key + " = " + text + " is not between 0 and 100");
    }
}

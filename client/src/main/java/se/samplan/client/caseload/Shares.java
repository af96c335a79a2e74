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
final class Shares {

    private static final String SHIPPED = "/caseload/shares.properties";

    private final Map<Share, Double> percentages;

    private Shares(Map<Share, Double> percentages) {
        this.percentages = percentages;
    }

    static Shares shipped() {
        return parse("shares.properties", TableFolder.resource(SHIPPED));
    }

    static Shares read(@Nullable Path file) {
        if (file == null) {
            return shipped();
        }
        try {
            return parse(file.toString(), Files.readString(file));
        } catch (IOException e) {
            throw new BadTable(file + " cannot be read: " + e.getMessage());
        }
    }

    static Shares parse(String file, String content) {
        var properties = new Properties();
        try {
            properties.load(new StringReader(content));
        } catch (IOException | IllegalArgumentException e) {
            throw new BadTable(file + " is not a properties file: " + e.getMessage());
        }
        var unknown = new TreeSet<>(properties.stringPropertyNames());
        var percentages = new EnumMap<Share, Double>(Share.class);
        for (var share : Share.values()) {
            unknown.remove(share.key());
            percentages.put(share, percentage(file, share.key(), properties.getProperty(share.key())));
        }
        if (!unknown.isEmpty()) {
            throw new BadTable(file + ": there is no share named " + String.join(", ", unknown));
        }
        return new Shares(percentages);
    }

    double percent(Share share) {
        return percentages.getOrDefault(share, 0.0);
    }

    /** So many of a number of people, rounded half up. */
    int of(Share share, int people) {
        return (int) Math.round(percent(share) * people / 100);
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

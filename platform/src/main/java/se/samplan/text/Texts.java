package se.samplan.text;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** The catalogue of texts: every code and every event in Swedish and English. */
public final class Texts {

    private static final String TABLE = "se/samplan/text/texts.properties";
    private static final Properties TEXTS = read();

    private Texts() {}

    /** The code of an enum's constant with its texts. */
    public static Coded of(Enum<?> constant) {
        var text = sentence(constant);
        return new Coded(constant.name(), text.sv(), text.en());
    }

    public static @Nullable Coded ofNullable(@Nullable Enum<?> constant) {
        return constant == null ? null : of(constant);
    }

    public static List<Coded> ofAll(Collection<? extends Enum<?>> constants) {
        return constants.stream().map(Texts::of).toList();
    }

    /** What happened, in one plain sentence. */
    public static Sentence ofEvent(String type) {
        return sentence("event." + type);
    }

    /** What a constant means, where that is a sentence. */
    public static Sentence sentence(Enum<?> constant) {
        return sentence(constant.getDeclaringClass().getSimpleName() + "." + constant.name());
    }

    /** The text of a key of its own. */
    public static Sentence sentence(String key) {
        var both = TEXTS.getProperty(key);
        if (both == null) {
            throw new IllegalStateException("no text for " + key);
        }
        var bar = both.indexOf('|');
        return new Sentence(
                both.substring(0, bar).strip(), both.substring(bar + 1).strip());
    }

    /** Each module has a table of what it names; together they are one. */
    private static Properties read() {
        var texts = new Properties();
        try {
            for (var table : Collections.list(Texts.class.getClassLoader().getResources(TABLE))) {
                try (var reader = new InputStreamReader(table.openStream(), StandardCharsets.UTF_8)) {
                    texts.load(reader);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }
}

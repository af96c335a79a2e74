package se.samplan.text;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** All texts in Swedish and English: of codes, events, refusals and reports. */
public final class Texts {

    private static final String TABLE = "texts.properties";
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

    /** The text of this key. */
    public static Sentence sentence(String key) {
        var both = TEXTS.getProperty(key);
        if (both == null) {
            throw new IllegalStateException("no text for " + key);
        }
        var bar = both.indexOf('|');
        return new Sentence(
                both.substring(0, bar).strip(), both.substring(bar + 1).strip());
    }

    private static Properties read() {
        var texts = new Properties();
        try (var table = Texts.class.getResourceAsStream(TABLE)) {
            texts.load(new InputStreamReader(Objects.requireNonNull(table, TABLE), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }
}

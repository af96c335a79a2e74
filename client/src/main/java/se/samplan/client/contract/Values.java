package se.samplan.client.contract;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** Generates values as schemas have them, at their bounds more often than elsewhere. */
final class Values {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int LONGEST = 60;
    private static final int[] LETTERS =
            "abc åäöÅÄÖ é-.,'\"\\/<>&\t\n€漢😀\u00A0\u200B".codePoints().toArray();

    private final Contract contract;
    private final Known known;
    private final Random random;
    private final Map<String, Supplier<String>> byName;
    private @Nullable String caseId;

    /** @param byName texts that a schema alone does not lead to */
    Values(Contract contract, Known known, Random random, Map<String, Supplier<String>> byName) {
        this.contract = contract;
        this.known = known;
        this.random = random;
        this.byName = byName;
    }

    /** A value of a definition, about this case if there is one. */
    JsonNode of(String definition, String name, @Nullable String aboutCase) {
        caseId = aboutCase;
        return value(contract.definition(definition), name);
    }

    private JsonNode value(JsonNode described, String name) {
        var schema = contract.resolved(described);
        if (schema.has("anyOf")) {
            var any = schema.path("anyOf");
            var chosen = any.path(random.nextInt(any.size()));
            return chosen.path("type").asString("").equals("null") && random.nextInt(3) != 0
                    ? value(any.path(0), name)
                    : value(chosen, name);
        }
        if (schema.has("enum")) {
            var constants = schema.path("enum");
            return constants.path(random.nextInt(constants.size()));
        }
        var type = type(schema.path("type"));
        return switch (type) {
            case "string" -> JSON.stringNode(text(schema, name));
            case "integer", "number" -> number(schema, name);
            case "boolean" -> JSON.booleanNode(random.nextBoolean());
            case "array" -> array(schema, name);
            case "object" -> object(schema);
            default -> JSON.nullNode();
        };
    }

    private String type(JsonNode type) {
        if (!type.isArray()) {
            return type.asString("null");
        }
        var chosen = type.path(random.nextInt(type.size())).asString();
        return chosen.equals("null") && random.nextInt(3) != 0 ? type.path(0).asString() : chosen;
    }

    private JsonNode object(JsonNode schema) {
        var object = JSON.objectNode();
        var required = new ArrayList<String>();
        schema.path("required").forEach(each -> required.add(each.asString()));
        schema.path("properties").properties().forEach(property -> {
            var name = property.getKey();
            if (required.contains(name) || random.nextInt(name.equals("effectiveAt") ? 8 : 3) == 0) {
                object.set(name, value(property.getValue(), name));
            }
        });
        var more = schema.path("additionalProperties");
        if (more.isObject()) {
            for (int i = random.nextInt(3); i > 0; i--) {
                object.set("key" + i, value(more, ""));
            }
        }
        return object;
    }

    private JsonNode array(JsonNode schema, String name) {
        var least = schema.path("minItems").asInt(0);
        var most = schema.path("maxItems").asInt(least + 3);
        var size = random.nextInt(15) == 0 ? most : least + random.nextInt(Math.min(most - least, 3) + 1);
        var array = JSON.arrayNode();
        for (int i = 0; i < size; i++) {
            array.add(value(schema.path("items"), name));
        }
        return array;
    }

    private JsonNode number(JsonNode schema, String name) {
        var named = byName.get(name);
        if (named != null && random.nextInt(8) != 0) {
            return JSON.numberNode(Integer.parseInt(named.get()));
        }
        var step = schema.path("multipleOf").decimalValue(BigDecimal.ONE);
        var least = schema.path("minimum").decimalValue(new BigDecimal(-2));
        var most = schema.path("maximum").decimalValue(new BigDecimal(3_000));
        var steps = most.subtract(least).divideToIntegralValue(step).intValueExact();
        var chosen =
                switch (random.nextInt(6)) {
                    case 0 -> least;
                    case 1 -> most;
                    default -> least.add(step.multiply(BigDecimal.valueOf(random.nextInt(steps + 1))));
                };
        return schema.path("type").toString().contains("integer")
                ? JSON.numberNode(chosen.intValueExact())
                : JSON.numberNode(chosen);
    }

    private String text(JsonNode schema, String name) {
        var named = byName.get(name);
        if (named != null && random.nextInt(8) != 0) {
            return named.get();
        }
        var pattern = schema.path("pattern").asString("");
        return switch (schema.path("format").asString("")) {
            case "uuid" -> known.id(name, caseId);
            case "date" -> day().toString();
            case "date-time" -> instant();
            default ->
                pattern.isEmpty() || schema.has("not") ? letters(schema) : fitting(schema, Pattern.compile(pattern));
        };
    }

    /** One that answers named, the schema's example, or letters if they fit. */
    private String fitting(JsonNode schema, Pattern pattern) {
        var example = schema.path("example").asString("");
        if (!example.isEmpty() && random.nextInt(3) == 0) {
            return example;
        }
        var found = known.text(pattern);
        if (found != null && random.nextInt(10) != 0) {
            return found;
        }
        for (int i = 0; i < 10; i++) {
            var text = random.nextBoolean() ? letters(schema) : "K" + Integer.toString(random.nextInt(1 << 20), 36);
            if (pattern.matcher(text).find()) {
                return text;
            }
            if (pattern.matcher(text.toUpperCase(Locale.ROOT)).find()) {
                return text.toUpperCase(Locale.ROOT);
            }
        }
        return example;
    }

    private String letters(JsonNode schema) {
        var least = schema.path("minLength").asInt(0);
        var most = schema.path("maxLength").asInt(LONGEST);
        var length =
                switch (random.nextInt(12)) {
                    case 0 -> least;
                    case 1 -> most;
                    default -> least + random.nextInt(Math.min(most - least, LONGEST) + 1);
                };
        var text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.appendCodePoint(
                    random.nextInt(3) == 0 ? LETTERS[random.nextInt(LETTERS.length)] : 'a' + random.nextInt(26));
        }
        return text.toString();
    }

    private LocalDate day() {
        var today = LocalDate.now(ZoneOffset.UTC);
        return switch (random.nextInt(12)) {
            case 0 -> LocalDate.of(1900, 1, 1);
            case 1 -> LocalDate.of(2200, 12, 31);
            case 2 -> LocalDate.of(2024, 2, 29);
            case 3, 4, 5 -> today;
            case 6, 7 -> today.plusDays(random.nextInt(400));
            default -> today.minusDays(random.nextInt(400));
        };
    }

    private String instant() {
        var offset = List.of(ZoneOffset.UTC, ZoneOffset.ofHours(1), ZoneOffset.ofHoursMinutes(-11, -30));
        var time = OffsetDateTime.of(
                day(),
                LocalTime.of(random.nextInt(24), random.nextInt(60), random.nextInt(60), random.nextInt(3)),
                offset.get(random.nextInt(offset.size())));
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time);
    }

    /** A value that is somewhat like this one and may not be as its schema has it. */
    JsonNode likeIt(JsonNode value, String marker) {
        var text = value.asString("x");
        var choices = List.<Supplier<JsonNode>>of(
                JSON::nullNode,
                () -> JSON.stringNode(""),
                () -> JSON.stringNode(" " + text + " "),
                () -> JSON.stringNode(text.toLowerCase(Locale.ROOT)),
                () -> JSON.stringNode(text + "\n"),
                () -> JSON.stringNode(text + "\u202E"),
                () -> JSON.stringNode("\u00A0\u200B"),
                () -> JSON.stringNode("x".repeat(4_001)),
                () -> JSON.stringNode(marker),
                () -> JSON.stringNode("1-1-1-1-1"),
                () -> JSON.stringNode("{" + new UUID(0, 1) + "}"),
                () -> JSON.stringNode("2026-02-30"),
                () -> JSON.stringNode("2026-1-1"),
                () -> JSON.stringNode("1899-12-31"),
                () -> JSON.stringNode("+12026-01-01"),
                () -> JSON.stringNode("2026-01-01T10:00:00"),
                () -> JSON.stringNode("2026-01-01T24:00:00Z"),
                () -> JSON.stringNode("2026-01-01T10:00:60Z"),
                () -> JSON.stringNode("2026-01-01t10:00:00z"),
                () -> JSON.stringNode("2026-01-01T10:00:00+18:00"),
                () -> JSON.stringNode("5"),
                () -> JSON.stringNode("true"),
                () -> JSON.numberNode(0),
                () -> JSON.numberNode(-1),
                () -> JSON.numberNode(101),
                () -> JSON.numberNode(168.001),
                () -> JSON.numberNode(new BigDecimal("1e-30")),
                () -> JSON.numberNode(new BigDecimal("1e18")),
                () -> JSON.numberNode(Long.MAX_VALUE),
                () -> JSON.booleanNode(true),
                JSON::arrayNode,
                JSON::objectNode,
                () -> JSON.arrayNode().add(value),
                () -> JSON.objectNode().set("value", value),
                () -> new JsonMapper().createArrayNode().add(JSON.nullNode()));
        return choices.get(random.nextInt(choices.size())).get();
    }
}

package se.samplan.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Whatever text a write takes, sealed or not, it says something that its readers see. */
class EveryTextIsReadableTest {

    private static final TestClient CASEWORKER = TestStaff.CASEWORKER.client();

    /** @param body with {@code %s} for the text */
    record Text(String path, String field, String body) {

        HttpAnswer sent(String text) {
            var addressed = path.replace("{organisationId}", "1481").replaceAll("[{][^}]*}", new UUID(0, 1).toString());
            return CASEWORKER.post(addressed, body.formatted(text));
        }

        @Override
        public String toString() {
            return path + " " + field;
        }
    }

    static Stream<Text> texts() {
        return Running.shared()
                .bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .entrySet()
                .stream()
                .flatMap(write -> ofWrite(write.getKey(), write.getValue()));
    }

    @Test
    void there_are_texts() {
        assertThat(texts()).hasSizeGreaterThan(20);
        assertThat(texts())
                .extracting(Text::field)
                .contains("reason", "explanation", "subject", "profilingGroup", "values.x");
    }

    @ParameterizedTest
    @MethodSource("texts")
    void invisible_characters_are_no_text(Text text) {
        for (var invisible : new String[] {"", " ", "\\u00a0", "\\u200b", "\\u3164\\u2800", "\\u034f"}) {
            refused(text, invisible, "NOTHING_VISIBLE");
        }
    }

    @ParameterizedTest
    @MethodSource("texts")
    void no_text_is_turned_or_hidden(Text text) {
        for (var turned : new String[] {"\\u202e", "seen\\u202eneddih", "a\\udb40\\udc41", "a\\u001b[2J"}) {
            refused(text, turned, "CHARACTER_NOT_ALLOWED");
        }
    }

    @Test
    void what_people_write_is_taken() {
        Scene.ofAll()
                .post(
                        TestStaff.CASEWORKER,
                        "plans",
                        "{'from':'2026-01-01','summary':'Anna\\u00a0Berg, می\\u200cخواهم'}")
                .done();
    }

    private static void refused(Text text, String sent, String code) {
        var errors = text.sent(sent).refused(400, "INVALID_REQUEST").json().at("/errors/0");

        assertThat(errors.at("/field").asString()).as(sent).isEqualTo(text.field());
        assertThat(errors.at("/code").asString()).as(sent).isEqualTo(code);
    }

    private static Stream<Text> ofWrite(RequestMappingInfo mapping, HandlerMethod method) {
        return Arrays.stream(method.getMethodParameters())
                .filter(parameter -> parameter.hasParameterAnnotation(RequestBody.class))
                .map(MethodParameter::getGenericParameterType)
                .flatMap(body -> texts(body, "", "%s"))
                .flatMap(text ->
                        mapping.getPatternValues().stream().map(path -> new Text(path, text.field(), text.body())));
    }

    /** The texts of a type, however deep, each with a body that holds nothing else. */
    private static Stream<Text> texts(Type type, String field, String around) {
        return switch (type) {
            case Class<?> text when text == String.class -> Stream.of(new Text("", field, around.formatted("'%s'")));
            case Class<?> body
            when isBody(body) ->
                Arrays.stream(body.getRecordComponents())
                        .flatMap(component -> texts(
                                component.getGenericType(),
                                below(field, component),
                                around.formatted("{'" + component.getName() + "':%s}")));
            case ParameterizedType many
            when many.getRawType() instanceof Class<?> raw && Collection.class.isAssignableFrom(raw) ->
                texts(many.getActualTypeArguments()[0], field + "[0]", around.formatted("[%s]"));
            case ParameterizedType map
            when map.getRawType() == Map.class ->
                texts(map.getActualTypeArguments()[1], field + ".x", around.formatted("{'x':%s}"));
            default -> Stream.empty();
        };
    }

    /** Records of controllers; others are values with a form of their own. */
    private static boolean isBody(Class<?> type) {
        return type.isRecord() && type.isMemberClass();
    }

    private static String below(String field, RecordComponent component) {
        return field.isEmpty() ? component.getName() : field + "." + component.getName();
    }
}

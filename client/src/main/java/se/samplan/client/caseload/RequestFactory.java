package se.samplan.client.caseload;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;

/** Turns calls into requests: names of entries into ids, local times into instants. */
final class RequestFactory {

    static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");

    private static final JsonMapper MAPPER = new JsonMapper();
    private static final Pattern NAME = Pattern.compile("\\{([^}]+)}");
    private static final Pattern NUMBERED = Pattern.compile("-\\d+}");

    private RequestFactory() {}

    /**
     * The request for a step.
     *
     * @param ids gives the id that stands for a name in the path
     * @param values gives the value that stands for a reference in the body
     */
    static Request of(
            StaffActor by,
            Call call,
            Map<String, Object> more,
            String key,
            Function<String, String> ids,
            Function<Call.Ref, Object> values) {
        var path = "/api/" + NAME.matcher(call.path()).replaceAll(match -> ids.apply(match.group(1)));
        var body = new TreeMap<String, Object>(more);
        call.body().forEach((field, value) -> body.put(field, resolved(value, values)));
        var template = "/api/" + NUMBERED.matcher(call.path()).replaceAll("}");
        return new Request(by, template, path, MAPPER.writeValueAsString(body), key);
    }

    static String instant(LocalDateTime at) {
        return at.atZone(STOCKHOLM).toInstant().toString();
    }

    private static Object resolved(Object value, Function<Call.Ref, Object> values) {
        return switch (value) {
            case Call.Ref ref -> values.apply(ref);
            case Collection<?> many ->
                many.stream().map(each -> resolved(each, values)).toList();
            default -> value;
        };
    }
}

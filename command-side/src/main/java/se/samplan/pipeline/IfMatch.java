package se.samplan.pipeline;

import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import se.samplan.refusal.Rejected;

/**
 * The precondition of a write (RFC 9110, section 13.1.1): any of these entity tags, compared strongly, so that a weak one
 * never matches.
 *
 * @param any whether it is {@code *}, which every existing case fulfils
 */
record IfMatch(boolean any, Set<String> tags) {

    private static final Pattern TAG = Pattern.compile("(W/)?(\"[!#-~\\x80-\\xFF]*+\")");
    private static final Pattern LIST =
            Pattern.compile("[ \t]*+(?:%1$s[ \t]*+)?(?:,[ \t]*+(?:%1$s[ \t]*+)?)*+".formatted(TAG));

    /** The header as the contract has it: {@code *} is a form of it that nobody needs. */
    static Parameter parameter() {
        var schema = new JsonSchema();
        schema.addType("string");
        return new HeaderParameter()
                .name(HttpHeaders.IF_MATCH)
                .description("The ETag of what the sender read.")
                .schema(schema.pattern("^(W/)?\"[!#-~]*\"$"));
    }

    /**
     * Reads the header's lines, which are one list.
     *
     * @return null if there is none
     * @throws Rejected {@code IF_MATCH_UNREADABLE}
     */
    static @Nullable IfMatch in(List<String> lines) {
        if (lines.isEmpty()) {
            return null;
        }
        var list = String.join(",", lines);
        if (list.strip().equals("*")) {
            return new IfMatch(true, Set.of());
        }
        var tags = new HashSet<String>();
        var named = false;
        var each = TAG.matcher(list);
        while (each.find()) {
            named = true;
            if (each.group(1) == null) {
                tags.add(each.group(2));
            }
        }
        Rejected.unless(named && LIST.matcher(list).matches(), SendingRefusal.IF_MATCH_UNREADABLE);
        return new IfMatch(false, tags);
    }

    boolean allows(String etag) {
        return any || tags.contains(etag);
    }
}

package se.samplan.client.contract;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A request as it is sent, and what the contract says about it.
 *
 * @param operation null for what the contract does not know
 * @param bindings the values of the path's variables
 * @param role whose token it has
 * @param body its bytes, one character each
 */
record GeneratedRequest(
        Contract.@Nullable Operation operation,
        Map<String, String> bindings,
        String role,
        String method,
        String target,
        List<Header> headers,
        @Nullable String body,
        Shape shape) {

    /** Whether the contract allows a request of this shape. */
    enum Shape {
        VALID,
        INVALID,
        /** The contract's language cannot say. */
        UNDECIDED
    }

    record Header(String name, String value) {}

    private static final int LONGEST_SHOWN = 1_500;

    private static final Pattern LIKE_A_NUMBER =
            Pattern.compile("([0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})"
                    + "|(?:1[89]|20)?[0-9]{6}[-+]?(?:[0-9]{4}|[TRSUWXJKLMN][0-9]{3})");

    private static final Pattern TOKEN = Pattern.compile("(Bearer )[\\w.-]{100,}");

    byte[] message(String host) {
        var head = new StringBuilder(method + " " + target + " HTTP/1.1\r\nHost: " + host + "\r\n");
        headers.forEach(header ->
                head.append(header.name).append(": ").append(header.value).append("\r\n"));
        if (body != null) {
            head.append("Content-Length: ").append(body.length()).append("\r\n");
        }
        var message = new ByteArrayOutputStream();
        message.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
        if (body != null) {
            message.writeBytes(body.getBytes(StandardCharsets.ISO_8859_1));
        }
        return message.toByteArray();
    }

    /** A command that sends it again: with a placeholder for the token, and without anything like an identity number. */
    String curl(String url) {
        var options = headers.stream()
                .map(header -> " -H " + quoted(header.name + ": " + header.value))
                .collect(Collectors.joining());
        var data = body == null ? "" : " --data-binary " + quoted(text(body));
        return masked(TOKEN.matcher("curl --path-as-is -X " + method + " " + quoted(url + target) + options + data)
                .replaceAll("$1\\$(./samplan token " + role + ")")
                .replace(
                        "'Authorization: Bearer $(./samplan token " + role + ")'",
                        "\"Authorization: Bearer $(./samplan token " + role + ")\""));
    }

    static String masked(String text) {
        var shown = text.length() > LONGEST_SHOWN ? text.substring(0, LONGEST_SHOWN) + "…" : text;
        return LIKE_A_NUMBER
                .matcher(shown)
                .replaceAll(found -> found.group(1) == null ? "IDENTITY-NUMBER" : found.group(1));
    }

    private static String text(String body) {
        return new String(body.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8).replace("\0", "\\0");
    }

    private static String quoted(String argument) {
        return "'" + argument.replace("'", "'\\''") + "'";
    }
}

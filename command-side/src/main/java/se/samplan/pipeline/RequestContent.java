package se.samplan.pipeline;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import javax.crypto.Mac;

/**
 * What tells a repeated request from another one under the same key, hashed as it was sent.
 *
 * @param head method, path and content type
 * @param body the bytes of the body
 */
@SuppressWarnings("ArrayRecordComponent") // carried, never compared
record RequestContent(String head, byte[] body) {

    static String head(HttpServletRequest request) {
        return request.getMethod() + " " + request.getRequestURI() + "\n"
                + Objects.requireNonNullElse(request.getContentType(), "") + "\n";
    }

    byte[] hash(Mac mac) {
        mac.update(head.getBytes(StandardCharsets.UTF_8));
        return mac.doFinal(body);
    }
}

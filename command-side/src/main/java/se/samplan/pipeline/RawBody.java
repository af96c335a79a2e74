package se.samplan.pipeline;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;
import se.samplan.access.AccessRefusal;
import se.samplan.refusal.Rejected;

/**
 * Keeps a request's body as sent, beside the parsed one: what tells a repeated request from another one must not change
 * with the order of a set, from process to process, or with the next version's fields.
 */
@RestControllerAdvice
class RawBody extends RequestBodyAdviceAdapter {

    /** In bytes: about ten times the longest texts of any command together. */
    static final int LONGEST = 256 * 1024;

    private static final String ATTRIBUTE = RawBody.class.getName();

    private record Kept(HttpHeaders headers, InputStream body) implements HttpInputMessage {

        @Override
        public HttpHeaders getHeaders() {
            return headers;
        }

        @Override
        public InputStream getBody() {
            return body;
        }
    }

    /** The body of the request that this thread answers; empty if it has none. */
    static String ofThisRequest() {
        var kept = (byte[]) RequestContextHolder.currentRequestAttributes()
                .getAttribute(ATTRIBUTE, RequestAttributes.SCOPE_REQUEST);
        return kept == null ? "" : new String(kept, StandardCharsets.UTF_8);
    }

    @Override
    public boolean supports(
            MethodParameter parameter, Type target, Class<? extends HttpMessageConverter<?>> converter) {
        return true;
    }

    @Override
    public HttpInputMessage beforeBodyRead(
            HttpInputMessage message,
            MethodParameter parameter,
            Type target,
            Class<? extends HttpMessageConverter<?>> converter)
            throws IOException {
        var bytes = message.getBody().readNBytes(LONGEST + 1);
        Rejected.when(bytes.length > LONGEST, AccessRefusal.TOO_LARGE);
        RequestContextHolder.currentRequestAttributes().setAttribute(ATTRIBUTE, bytes, RequestAttributes.SCOPE_REQUEST);
        return new Kept(message.getHeaders(), new ByteArrayInputStream(bytes));
    }
}

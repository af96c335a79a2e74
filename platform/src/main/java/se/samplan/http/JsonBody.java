package se.samplan.http;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import se.samplan.access.AccessRefusal;
import se.samplan.refusal.Rejected;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The one converter that reads bodies: {@code application/json} in UTF-8. It keeps the bytes as sent, beside what is read
 * of them: what tells a repeated request from another one must not change with the order of a set, from process to
 * process, or with the next version's fields.
 */
public final class JsonBody extends JacksonJsonHttpMessageConverter {

    /** In bytes: about ten times the longest texts of any command together. */
    static final int LONGEST = 256 * 1024;

    /** Written only: problems, and the answers of Spring's own endpoints, such as the health that a container is asked for. */
    private static final MediaType OF_ITS_OWN_NAME = new MediaType("application", "*+json");

    private static final String ATTRIBUTE = JsonBody.class.getName();

    JsonBody(JsonMapper mapper) {
        super(mapper);
        setSupportedMediaTypes(List.of(MediaType.APPLICATION_JSON, OF_ITS_OWN_NAME));
    }

    /** The bytes of the body that this thread answers; none if it has no body. */
    public static byte[] ofThisRequest() {
        var kept = (byte[]) RequestContextHolder.currentRequestAttributes()
                .getAttribute(ATTRIBUTE, RequestAttributes.SCOPE_REQUEST);
        return kept == null ? new byte[0] : kept;
    }

    @Override
    public boolean canRead(ResolvableType type, @Nullable MediaType mediaType) {
        return mediaType != null
                && MediaType.APPLICATION_JSON.equalsTypeAndSubtype(mediaType)
                && (mediaType.getCharset() == null || StandardCharsets.UTF_8.equals(mediaType.getCharset()))
                && super.canRead(type, mediaType);
    }

    @Override
    public Object read(ResolvableType type, HttpInputMessage message, @Nullable Map<String, Object> hints)
            throws IOException {
        var bytes = bytes(message);
        Rejected.when(bytes.length > LONGEST, AccessRefusal.TOO_LARGE);
        RequestContextHolder.currentRequestAttributes().setAttribute(ATTRIBUTE, bytes, RequestAttributes.SCOPE_REQUEST);
        var mapper = getMapper();
        try {
            return mapper.readValue(utf8(bytes), mapper.constructType(type.getType()));
        } catch (CharacterCodingException | JacksonException e) {
            throw new HttpMessageNotReadableException("not JSON of this shape", e, message);
        }
    }

    private static byte[] bytes(HttpInputMessage message) {
        try {
            return message.getBody().readNBytes(LONGEST + 1);
        } catch (IOException e) {
            throw new HttpMessageNotReadableException("the body did not come", e, message);
        }
    }

    /** Jackson would guess the encoding. */
    private static String utf8(byte[] bytes) throws CharacterCodingException {
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes))
                .toString();
    }
}

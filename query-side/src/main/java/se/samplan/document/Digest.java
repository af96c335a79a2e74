package se.samplan.document;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.bson.codecs.DocumentCodec;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Digests a document's content, whatever the order in which its fields were written. */
public final class Digest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final DocumentCodec DOCUMENTS = new DocumentCodec();

    private Digest() {}

    /** SHA-256 of the sequence, the view and the rows, as JSON with sorted fields. */
    public static String of(Document document) {
        var content = new TreeMap<String, Object>();
        content.put("sequence", document.get("sequence"));
        content.put("view", sorted(document.get("view")));
        content.put("rows", sorted(document.get("rows")));
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of()
                    .formatHex(digest.digest(JSON.writeValueAsString(content).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object sorted(@Nullable Object value) {
        return switch (value) {
            // Encoded but not yet stored; the server would return it as a document.
            case RawBsonDocument raw -> sorted(raw.decode(DOCUMENTS));
            case Map<?, ?> map -> {
                var sorted = new TreeMap<String, Object>();
                map.forEach((key, each) -> sorted.put(String.valueOf(key), sorted(each)));
                yield sorted;
            }
            case List<?> list -> list.stream().map(Digest::sorted).toList();
            case null -> "";
            default -> value;
        };
    }
}

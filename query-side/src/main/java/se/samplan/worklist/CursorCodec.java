package se.samplan.worklist;

import com.google.crypto.tink.subtle.AesGcmJce;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import se.samplan.access.AccessRefusal;
import se.samplan.casefile.WorkList;
import se.samplan.refusal.Rejected;
import se.samplan.vault.MasterKey;

/**
 * Encodes page cursors as opaque tokens of equal length: the last row may be one that the reader may no longer know.
 */
@Component
class CursorCodec {

    private final AesGcmJce aead;

    CursorCodec(MasterKey masterKey) {
        try {
            aead = new AesGcmJce(masterKey.derive("cursor", 32));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("not a key of AES-GCM", e);
        }
    }

    String write(WorkList list, PageCursor after) {
        var plain = ByteBuffer.allocate(5 * Long.BYTES).putLong(after.at().toEpochDay());
        put(plain, after.caseId());
        put(plain, after.entry());
        try {
            return Base64.getUrlEncoder().withoutPadding().encodeToString(aead.encrypt(plain.array(), purpose(list)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java cannot encrypt with AES-GCM", e);
        }
    }

    /**
     * Reads a token.
     *
     * @throws Rejected {@code INVALID_REQUEST} if this installation did not issue it for that list
     */
    PageCursor read(WorkList list, String token) {
        try {
            var plain = ByteBuffer.wrap(aead.decrypt(Base64.getUrlDecoder().decode(token), purpose(list)));
            return new PageCursor(LocalDate.ofEpochDay(plain.getLong()), uuid(plain), uuid(plain));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            var error = Map.of("field", "after", "code", "NOT_ISSUED");
            throw new Rejected(AccessRefusal.INVALID_REQUEST, Map.of("errors", List.of(error)));
        }
    }

    private static void put(ByteBuffer plain, UUID id) {
        plain.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
    }

    private static UUID uuid(ByteBuffer plain) {
        return new UUID(plain.getLong(), plain.getLong());
    }

    private static byte[] purpose(WorkList list) {
        return list.name().getBytes(StandardCharsets.UTF_8);
    }
}

package se.samplan.http;

import com.google.crypto.tink.subtle.AesGcmJce;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import se.samplan.refusal.Rejected;

/**
 * Writes global indexes as opaque tokens of one length, so that a write can be awaited by a read and nobody learns how
 * many events there are.
 */
public final class Positions {

    /** The header of answers to writes, and of reads that wait for them. */
    public static final String HEADER = "Samplan-Position";

    private static final byte[] PURPOSE = "position".getBytes(StandardCharsets.UTF_8);

    private final AesGcmJce aead;

    /** @param key 32 bytes */
    public Positions(byte[] key) {
        try {
            aead = new AesGcmJce(key);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("not a key of AES-GCM", e);
        }
    }

    public String write(long globalIndex) {
        try {
            var plain = ByteBuffer.allocate(Long.BYTES).putLong(globalIndex).array();
            return Base64.getUrlEncoder().withoutPadding().encodeToString(aead.encrypt(plain, PURPOSE));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java cannot encrypt with AES-GCM", e);
        }
    }

    /**
     * The global index of a token.
     *
     * @throws Rejected {@code INVALID_POSITION} if this installation did not write it
     */
    public long read(String token) {
        try {
            return ByteBuffer.wrap(aead.decrypt(Base64.getUrlDecoder().decode(token), PURPOSE))
                    .getLong();
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new Rejected(AccessRefusal.INVALID_POSITION);
        }
    }
}

package se.samplan.http;

import com.google.crypto.tink.subtle.AesGcmJce;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import se.samplan.access.AccessRefusal;
import se.samplan.refusal.Rejected;

/**
 * Encodes global indexes as opaque tokens of fixed length: a read can wait for a write (read-your-writes), and nobody
 * learns how many events there are.
 */
public final class Positions {

    /** The header of responses to writes, and of reads that wait for them. */
    public static final String HEADER = "Samplan-Position";

    private static final byte[] PURPOSE = "position".getBytes(StandardCharsets.UTF_8);

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int IV_BYTES = 12;
    private static final int TAG_BYTES = 16;

    private final SecretKeySpec secret;
    private final AesGcmJce aead;

    /** @param key 32 bytes */
    public Positions(byte[] key) {
        secret = new SecretKeySpec(key, "AES");
        try {
            aead = new AesGcmJce(key);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("not a key of AES-GCM", e);
        }
    }

    /**
     * Encrypts as Tink's AES-GCM does, but with one shared source of random bytes: Tink creates one per thread, and a
     * virtual thread lives for one request.
     */
    public String write(long globalIndex) {
        try {
            var iv = new byte[IV_BYTES];
            RANDOM.nextBytes(iv);
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, secret, new GCMParameterSpec(TAG_BYTES * Byte.SIZE, iv));
            cipher.updateAAD(PURPOSE);
            var token = ByteBuffer.allocate(IV_BYTES + Long.BYTES + TAG_BYTES).put(iv);
            cipher.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(globalIndex).flip(), token);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(token.array());
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

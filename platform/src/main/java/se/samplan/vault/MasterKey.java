package se.samplan.vault;

import com.google.crypto.tink.subtle.Hkdf;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * The key that every other key of this installation is derived from or wrapped by; it is never stored with the data.
 */
public final class MasterKey {

    private static final int BYTES = 32;

    private static final String WANTED =
            "samplan.master-key (SAMPLAN_MASTER_KEY in the environment) must be 32 random bytes in base64, as"
                    + " `openssl rand -base64 32` prints them; ";

    private final byte[] key;
    private final int id;

    private MasterKey(byte[] key) {
        this.key = key;
        // Public: one-way from the key, and under a purpose that nothing secret is derived for.
        this.id = ByteBuffer.wrap(derive("id", Integer.BYTES)).getInt();
    }

    /**
     * Reads the configured key.
     *
     * @throws IllegalStateException if it is missing, not base64 or of the wrong length; says which, never the key
     */
    public static MasterKey of(@Nullable String base64) {
        if (base64 == null || base64.isBlank()) {
            throw new IllegalStateException(WANTED + "it is missing");
        }
        var key = decoded(base64.strip());
        if (key.length != BYTES) {
            throw new IllegalStateException(WANTED + "it has " + key.length + " bytes");
        }
        return new MasterKey(key);
    }

    private static byte[] decoded(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException _) {
            // No cause: the decoder's message quotes the key.
            throw new IllegalStateException(WANTED + "it is not base64");
        }
    }

    /** Identifies this master key and reveals nothing of it. */
    public int id() {
        return id;
    }

    /**
     * Derives a key for each purpose by HKDF-SHA-256 (RFC 5869); always the same from the same master key.
     *
     * @param purpose {@code wrap}, {@code lookup}, {@code position}, {@code etag}, {@code idempotency} …
     * @param bytes its length
     */
    public byte[] derive(String purpose, int bytes) {
        try {
            return Hkdf.computeHkdf(
                    "HMACSHA256", key, new byte[0], ("samplan " + purpose).getBytes(StandardCharsets.UTF_8), bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("no key of " + bytes + " bytes can be derived", e);
        }
    }

    @Override
    public String toString() {
        return "MasterKey[" + Integer.toHexString(id) + "]";
    }
}

package se.samplan.vault;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.subtle.AesGcmJce;
import com.google.crypto.tink.subtle.Random;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

/** Generates keys, wraps them with the master key and unwraps them; each is bound to its owner's name. */
final class WrappedKeys {

    private static final int BYTES = 32;

    private final int masterKey;
    private final Aead wrapping;

    /** A key as the vault stores it; {@code masterKey} is the id of the master key that wraps it. */
    static final class Wrapped {

        final int masterKey;
        final byte[] bytes;

        Wrapped(int masterKey, byte[] bytes) {
            this.masterKey = masterKey;
            this.bytes = bytes;
        }
    }

    /** A new key: ready for use, and wrapped for storage. */
    record Fresh(Aead aead, Wrapped wrapped) {}

    WrappedKeys(MasterKey master) {
        masterKey = master.id();
        wrapping = aead(master.derive("wrap", BYTES));
    }

    Fresh fresh(String owner) {
        var key = Random.randBytes(BYTES);
        return new Fresh(aead(key), new Wrapped(masterKey, encrypt(wrapping, key, owner)));
    }

    Aead unwrap(Wrapped key, String owner) {
        if (key.masterKey != masterKey) {
            throw new IllegalStateException("a key in the vault is wrapped by another master key");
        }
        try {
            return aead(wrapping.decrypt(key.bytes, bytes(owner)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a key in the vault is not bound to its owner", e);
        }
    }

    static byte[] encrypt(Aead aead, byte[] plain, String associated) {
        try {
            return aead.encrypt(plain, bytes(associated));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java cannot encrypt with AES-GCM", e);
        }
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Aead aead(byte[] key) {
        try {
            return new AesGcmJce(key);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no AES-GCM", e);
        }
    }
}

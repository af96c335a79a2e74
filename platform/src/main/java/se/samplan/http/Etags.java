package se.samplan.http;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import se.samplan.casework.CaseId;

/** Hashes versions of cases under a key, so that an ETag reveals that something changed and nothing else. */
public final class Etags {

    private final SecretKeySpec key;

    /** @param key at least 16 bytes */
    public Etags(byte[] key) {
        this.key = new SecretKeySpec(key, "HmacSHA256");
    }

    /** The ETag of what a reader sees of a case, with its quotes. */
    public String of(CaseId caseId, String version) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            mac.update(caseId.toString().getBytes(StandardCharsets.UTF_8));
            var hash = Arrays.copyOf(mac.doFinal(version.getBytes(StandardCharsets.UTF_8)), 15);
            return '"' + Base64.getUrlEncoder().withoutPadding().encodeToString(hash) + '"';
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }
}

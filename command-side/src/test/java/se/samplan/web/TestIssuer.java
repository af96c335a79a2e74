package se.samplan.web;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/** An issuer of tokens that the command side under test trusts. */
public final class TestIssuer {

    static final String ISSUER = "http://localhost/issuer";

    private static final String AUDIENCE = "samplan-command-side";
    private static final byte[] KEY = "the key of the tests' own issuer".getBytes(StandardCharsets.UTF_8);
    private static final byte[] FOREIGN_KEY = "a key of somebody else's issuer.".getBytes(StandardCharsets.UTF_8);
    private static final long LIFETIME_SECONDS = 3600;

    private TestIssuer() {}

    static JwtDecoder decoder() {
        var decoder = NimbusJwtDecoder.withSecretKey(new SecretKeySpec(KEY, "HmacSHA256"))
                .build();
        decoder.setJwtValidator(JwtValidators.createDefaultWithIssuer(ISSUER));
        return decoder;
    }

    public static String of(Map<String, String> claims) {
        return signed(claims, KEY, ISSUER, Instant.now().plusSeconds(LIFETIME_SECONDS));
    }

    static String expired(Map<String, String> claims) {
        return signed(claims, KEY, ISSUER, Instant.now().minusSeconds(LIFETIME_SECONDS));
    }

    static String ofAnotherIssuer(Map<String, String> claims) {
        return signed(claims, KEY, "http://localhost/other", Instant.now().plusSeconds(LIFETIME_SECONDS));
    }

    static String signedByAnother(Map<String, String> claims) {
        return signed(claims, FOREIGN_KEY, ISSUER, Instant.now().plusSeconds(LIFETIME_SECONDS));
    }

    static String forAnotherAudience(Map<String, String> claims) {
        return signed(
                claims,
                KEY,
                new JWTClaimsSet.Builder()
                        .issuer(ISSUER)
                        .audience("samplan-query-side")
                        .expirationTime(Date.from(Instant.now().plusSeconds(LIFETIME_SECONDS))));
    }

    static String forNoAudience(Map<String, String> claims) {
        return signed(
                claims,
                KEY,
                new JWTClaimsSet.Builder()
                        .issuer(ISSUER)
                        .expirationTime(Date.from(Instant.now().plusSeconds(LIFETIME_SECONDS))));
    }

    static String withoutExpiry(Map<String, String> claims) {
        return signed(claims, KEY, new JWTClaimsSet.Builder().issuer(ISSUER).audience(AUDIENCE));
    }

    private static String signed(Map<String, String> claims, byte[] key, String issuer, Instant expires) {
        return signed(
                claims,
                key,
                new JWTClaimsSet.Builder().issuer(issuer).audience(AUDIENCE).expirationTime(Date.from(expires)));
    }

    private static String signed(Map<String, String> claims, byte[] key, JWTClaimsSet.Builder set) {
        claims.forEach(set::claim);
        var token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), set.build());
        try {
            token.sign(new MACSigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return token.serialize();
    }
}

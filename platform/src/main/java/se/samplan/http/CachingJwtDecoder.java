package se.samplan.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/**
 * Verifies a token's signature once a minute, since clients send the same token with each request. An expired token is
 * always verified again; one whose issuer has withdrawn its key stays valid for that minute at most. Whichever decoder
 * verifies: a token names this side as its audience, and says when it expires.
 */
final class CachingJwtDecoder implements JwtDecoder {

    private static final int MAXIMUM_SIZE = 10_000;
    private static final Duration TIME_TO_LIVE = Duration.ofMinutes(1);

    private final JwtDecoder decoder;
    private final Clock clock;
    private final String audience;
    private final Cache<String, Verified> tokens = Caffeine.newBuilder()
            .maximumSize(MAXIMUM_SIZE)
            .expireAfterWrite(TIME_TO_LIVE)
            .build();

    /** A valid token, and until when it need not be verified again. */
    private record Verified(Jwt token, Instant until) {}

    CachingJwtDecoder(JwtDecoder decoder, Clock clock, String audience) {
        this.decoder = decoder;
        this.clock = clock;
        this.audience = audience;
    }

    @Override
    public Jwt decode(String token) {
        var now = clock.instant();
        var cached = tokens.getIfPresent(token);
        if (cached != null && now.isBefore(cached.until)) {
            return cached.token;
        }
        var verified = decoder.decode(token);
        var expiresAt = verified.getExpiresAt();
        if (expiresAt == null
                || verified.getAudience() == null
                || !verified.getAudience().contains(audience)) {
            throw new BadJwtException("without an expiry, or for another audience");
        }
        var until = now.plus(TIME_TO_LIVE);
        tokens.put(token, new Verified(verified, expiresAt.isBefore(until) ? expiresAt : until));
        return verified;
    }
}

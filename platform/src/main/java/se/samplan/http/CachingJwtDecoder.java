package se.samplan.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/**
 * Checks a token's signature once a minute: whoever works sends the same one with each request. One that has run out is
 * always checked; one whose issuer has withdrawn its key is let in for that minute at most.
 */
final class CachingJwtDecoder implements JwtDecoder {

    private static final int REMEMBERED = 10_000;
    private static final Duration REMEMBERED_FOR = Duration.ofMinutes(1);

    private final JwtDecoder decoder;
    private final Clock clock;
    private final Cache<String, Remembered> tokens = Caffeine.newBuilder()
            .maximumSize(REMEMBERED)
            .expireAfterWrite(REMEMBERED_FOR)
            .build();

    /** A token that was found good, and until when that need not be asked again. */
    private record Remembered(Jwt token, Instant until) {}

    CachingJwtDecoder(JwtDecoder decoder, Clock clock) {
        this.decoder = decoder;
        this.clock = clock;
    }

    @Override
    public Jwt decode(String token) {
        var now = clock.instant();
        var known = tokens.getIfPresent(token);
        if (known != null && now.isBefore(known.until)) {
            return known.token;
        }
        var read = decoder.decode(token);
        var runsOut = read.getExpiresAt();
        var until = now.plus(REMEMBERED_FOR);
        tokens.put(token, new Remembered(read, runsOut != null && runsOut.isBefore(until) ? runsOut : until));
        return read;
    }
}

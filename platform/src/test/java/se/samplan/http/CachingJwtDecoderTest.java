package se.samplan.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import se.samplan.SettableClock;

class CachingJwtDecoderTest {

    private static final Instant NOON = Instant.parse("2025-03-10T12:00:00Z");

    private static final String AUDIENCE = "samplan-of-the-test";

    private final List<String> checked = new ArrayList<>();
    private final SettableClock clock = SettableClock.standingAt(NOON);
    private @Nullable Instant runsOut = NOON.plus(Duration.ofHours(1));

    private @Nullable List<String> audience = List.of("another", AUDIENCE);

    private final CachingJwtDecoder tokens = new CachingJwtDecoder(this::check, clock, AUDIENCE);

    private Jwt check(String token) {
        checked.add(token);
        if (runsOut != null && !clock.instant().isBefore(runsOut)) {
            throw new BadJwtException("it has run out");
        }
        return Jwt.withTokenValue(token)
                .header("alg", "none")
                .subject("of " + token)
                .claims(claims -> {
                    if (audience != null) {
                        claims.put(JwtClaimNames.AUD, audience);
                    }
                    if (runsOut != null) {
                        claims.put(JwtClaimNames.EXP, runsOut);
                    }
                })
                .build();
    }

    @Test
    void a_token_is_checked_once_a_minute() {
        tokens.decode("a");
        clock.standAt(NOON.plus(Duration.ofMinutes(1)).minusNanos(1));
        assertThat(tokens.decode("a").getSubject()).isEqualTo("of a");
        assertThat(checked).containsExactly("a");

        clock.standAt(NOON.plus(Duration.ofMinutes(1)));
        tokens.decode("a");
        assertThat(checked).containsExactly("a", "a");
    }

    @Test
    void each_token_is_its_own() {
        tokens.decode("a");

        assertThat(tokens.decode("b").getSubject()).isEqualTo("of b");
        assertThat(checked).containsExactly("a", "b");
    }

    @Test
    void one_that_runs_out_within_the_minute_is_checked_from_then_on() {
        runsOut = NOON.plusSeconds(30);
        tokens.decode("a");
        clock.standAt(NOON.plusSeconds(30).minusNanos(1));
        tokens.decode("a");
        assertThat(checked).hasSize(1);

        clock.standAt(NOON.plusSeconds(30));
        assertThatThrownBy(() -> tokens.decode("a")).isInstanceOf(BadJwtException.class);
    }

    @Test
    void one_that_is_not_good_is_not_remembered() {
        runsOut = NOON;
        assertThatThrownBy(() -> tokens.decode("a")).isInstanceOf(BadJwtException.class);
        assertThatThrownBy(() -> tokens.decode("a")).isInstanceOf(BadJwtException.class);

        assertThat(checked).hasSize(2);
    }

    @Test
    void one_that_never_runs_out_is_refused() {
        runsOut = null;

        assertThatThrownBy(() -> tokens.decode("a")).isInstanceOf(BadJwtException.class);
    }

    @Test
    void one_for_others_or_for_nobody_is_refused() {
        audience = List.of("another");
        assertThatThrownBy(() -> tokens.decode("a")).isInstanceOf(BadJwtException.class);
        audience = List.of();
        assertThatThrownBy(() -> tokens.decode("a")).isInstanceOf(BadJwtException.class);
        audience = null;
        assertThatThrownBy(() -> tokens.decode("a")).isInstanceOf(BadJwtException.class);
    }
}

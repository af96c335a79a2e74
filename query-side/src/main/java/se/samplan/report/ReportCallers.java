package se.samplan.report;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Function;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import se.samplan.access.Actor;
import se.samplan.access.ActorLookup;
import se.samplan.access.TokenIdentity;
import se.samplan.refusal.Rejected;
import se.samplan.store.TransientFailure;

/**
 * Identifies callers who request figures. Figures contain no personal data, so a recent answer still counts while the
 * database with the appointments is down.
 */
@Component
class ReportCallers {

    /** How long an answer counts if there is no newer one. */
    static final Duration REMEMBERED = Duration.ofMinutes(15);

    private static final int AT_MOST = 1000;

    private final Function<TokenIdentity, Actor> appointments;
    private final Cache<TokenIdentity, Actor> recent;

    @Autowired
    ReportCallers(ActorLookup actorLookup, Clock clock) {
        this(actorLookup::find, clock);
    }

    ReportCallers(Function<TokenIdentity, Actor> appointments, Clock clock) {
        this.appointments = appointments;
        recent = Caffeine.newBuilder()
                .maximumSize(AT_MOST)
                .expireAfterWrite(REMEMBERED)
                .ticker(() -> ChronoUnit.NANOS.between(Instant.EPOCH, clock.instant()))
                .build();
    }

    /**
     * The caller's appointment.
     *
     * @throws Rejected {@code NOT_APPOINTED}
     */
    Actor of(TokenIdentity identity) {
        try {
            var actor = appointments.apply(identity);
            recent.put(identity, actor);
            return actor;
        } catch (Rejected notAppointed) {
            recent.invalidate(identity);
            throw notAppointed;
        } catch (RuntimeException e) {
            var before = TransientFailure.explains(e) ? recent.getIfPresent(identity) : null;
            if (before == null) {
                throw e;
            }
            return before;
        }
    }
}

package se.samplan.report;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import se.samplan.access.Actor;
import se.samplan.access.ActorLookup;
import se.samplan.access.TokenIdentity;
import se.samplan.refusal.Rejected;
import se.samplan.store.TransientFailure;

/**
 * Who asks for figures. These hold nobody's personal data, so while the appointments cannot be asked for, the answer of a
 * little while ago still counts.
 */
@Component
class ReportCallers {

    /** How long an answer counts while there is no newer one. */
    static final Duration REMEMBERED = Duration.ofMinutes(15);

    private static final int AT_MOST = 1000;

    private final Function<TokenIdentity, Actor> appointed;
    private final Clock clock;
    private final Map<TokenIdentity, Known> known = new LinkedHashMap<>();

    private record Known(Actor actor, Instant at) {}

    @Autowired
    ReportCallers(ActorLookup actorLookup, Clock clock) {
        this(actorLookup::find, clock);
    }

    ReportCallers(Function<TokenIdentity, Actor> appointed, Clock clock) {
        this.appointed = appointed;
        this.clock = clock;
    }

    /**
     * Who it is.
     *
     * @throws Rejected {@code NOT_APPOINTED}
     */
    Actor of(TokenIdentity claimed) {
        try {
            var actor = appointed.apply(claimed);
            remember(claimed, actor);
            return actor;
        } catch (Rejected notAppointed) {
            forget(claimed);
            throw notAppointed;
        } catch (RuntimeException e) {
            var before = TransientFailure.explains(e) ? recall(claimed) : null;
            if (before == null) {
                throw e;
            }
            return before;
        }
    }

    private synchronized void remember(TokenIdentity claimed, Actor actor) {
        known.remove(claimed);
        known.put(claimed, new Known(actor, clock.instant()));
        if (known.size() > AT_MOST) {
            known.remove(known.keySet().iterator().next());
        }
    }

    private synchronized void forget(TokenIdentity claimed) {
        known.remove(claimed);
    }

    private synchronized @Nullable Actor recall(TokenIdentity claimed) {
        var before = known.get(claimed);
        return before != null && clock.instant().isBefore(before.at.plus(REMEMBERED)) ? before.actor : null;
    }
}

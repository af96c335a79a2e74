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
import se.samplan.http.Caller;
import se.samplan.http.Callers;
import se.samplan.http.Claimed;
import se.samplan.refusal.Rejected;
import se.samplan.store.Outage;

/**
 * Who asks for figures. These hold nobody's personal data, so while the appointments cannot be asked for, the answer of a
 * little while ago still counts.
 */
@Component
class FigureReaders {

    /** How long an answer counts while there is no newer one. */
    static final Duration REMEMBERED = Duration.ofMinutes(15);

    private static final int AT_MOST = 1000;

    private final Function<Claimed, Caller> appointed;
    private final Clock clock;
    private final Map<Claimed, Known> known = new LinkedHashMap<>();

    private record Known(Caller caller, Instant at) {}

    @Autowired
    FigureReaders(Callers callers, Clock clock) {
        this(callers::find, clock);
    }

    FigureReaders(Function<Claimed, Caller> appointed, Clock clock) {
        this.appointed = appointed;
        this.clock = clock;
    }

    /**
     * Who it is.
     *
     * @throws Rejected {@code NOT_APPOINTED}
     */
    Caller of(Claimed claimed) {
        try {
            var caller = appointed.apply(claimed);
            remember(claimed, caller);
            return caller;
        } catch (Rejected notAppointed) {
            forget(claimed);
            throw notAppointed;
        } catch (RuntimeException e) {
            var before = Outage.explains(e) ? recall(claimed) : null;
            if (before == null) {
                throw e;
            }
            return before;
        }
    }

    private synchronized void remember(Claimed claimed, Caller caller) {
        known.remove(claimed);
        known.put(claimed, new Known(caller, clock.instant()));
        if (known.size() > AT_MOST) {
            known.remove(known.keySet().iterator().next());
        }
    }

    private synchronized void forget(Claimed claimed) {
        known.remove(claimed);
    }

    private synchronized @Nullable Caller recall(Claimed claimed) {
        var before = known.get(claimed);
        return before != null && clock.instant().isBefore(before.at.plus(REMEMBERED)) ? before.caller : null;
    }
}

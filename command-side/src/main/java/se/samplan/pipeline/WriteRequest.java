package se.samplan.pipeline;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import se.samplan.access.TokenIdentity;
import se.samplan.casework.CaseRefusal;
import se.samplan.casework.LaneId;
import se.samplan.command.EffectiveAt;
import se.samplan.http.JsonBody;
import se.samplan.http.Moment;
import se.samplan.refusal.Rejected;

/** A request to change something: who sends it, and what came in its headers; an argument of the controllers. */
public record WriteRequest(
        TokenIdentity claimed,
        @Nullable IfMatch ifMatch,
        @Nullable IdempotencyKey key,
        String head,
        Clock clock) {

    /**
     * The lane that the sender works in.
     *
     * @throws Rejected {@code NOT_IN_A_LANE} for roles without one
     */
    public LaneId lane() {
        var lane = claimed.lane();
        if (lane == null) {
            throw new Rejected(CaseRefusal.NOT_IN_A_LANE);
        }
        return lane;
    }

    /** What travels with the command; the body is the one that this thread is answering. */
    CommandEnvelope envelope() {
        return new CommandEnvelope(claimed, ifMatch, key, new RequestContent(head, JsonBody.ofThisRequest()));
    }

    /** The same request without {@code If-Match} and idempotency key, for a command that changes nothing. */
    WriteRequest unrepeatable() {
        return new WriteRequest(claimed, null, null, head, clock);
    }

    /** The moment sent, or now. */
    public EffectiveAt at(@Nullable Moment moment) {
        if (moment == null) {
            return EffectiveAt.instant(clock.instant().truncatedTo(ChronoUnit.MICROS));
        }
        var day = moment.day();
        return day == null ? EffectiveAt.instant(moment.instant()) : EffectiveAt.day(day);
    }
}

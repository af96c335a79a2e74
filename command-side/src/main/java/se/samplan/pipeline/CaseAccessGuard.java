package se.samplan.pipeline;

import java.time.Clock;
import org.springframework.stereotype.Component;
import se.samplan.access.AccessRefusal;
import se.samplan.access.ActorLookup;
import se.samplan.access.CaseAccess;
import se.samplan.casework.CaseId;
import se.samplan.refusal.Rejected;
import se.samplan.store.Sql;

/**
 * Checks whether a sender may touch a case before a command is sent, together with queries to the vault: nothing is
 * stored there for a sender who may not.
 */
@Component
public class CaseAccessGuard {

    private final ActorLookup actorLookup;
    private final Clock clock;

    CaseAccessGuard(ActorLookup actorLookup, Clock clock) {
        this.actorLookup = actorLookup;
        this.clock = clock;
    }

    /** A SELECT of the participant whose case it is; no row if the sender may not touch the case. */
    public Sql participantOf(CaseId caseId, WriteRequest sender) {
        return CaseAccess.participantOf(caseId, sender.lane(), sender.claimed(), clock.instant());
    }

    /**
     * The refusal for a sender who may not: {@code NOT_APPOINTED} or {@code UNKNOWN_CASE}, as from the command itself.
     */
    public Rejected refusal(WriteRequest sender) {
        actorLookup.find(sender.claimed());
        return new Rejected(AccessRefusal.UNKNOWN_CASE);
    }
}

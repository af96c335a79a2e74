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
 * Whether a sender may touch a case, asked before a command is sent and along with what the vault is asked: nothing is
 * kept for whoever may not.
 */
@Component
public class CaseAccessGuard {

    private final ActorLookup actorLookup;
    private final Clock clock;

    CaseAccessGuard(ActorLookup actorLookup, Clock clock) {
        this.actorLookup = actorLookup;
        this.clock = clock;
    }

    /** The SELECT of the participant whose case it is; it finds nobody for a sender who may not touch it. */
    public Sql participantOf(CaseId caseId, WriteRequest sender) {
        return CaseAccess.participantOf(caseId, sender.lane(), sender.claimed(), clock.instant());
    }

    /** What a sender is told who may not: {@code NOT_APPOINTED} or {@code UNKNOWN_CASE}, as by the command itself. */
    public Rejected refusal(WriteRequest sender) {
        actorLookup.find(sender.claimed());
        return new Rejected(AccessRefusal.UNKNOWN_CASE);
    }
}

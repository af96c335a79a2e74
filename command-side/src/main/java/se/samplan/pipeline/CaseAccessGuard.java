package se.samplan.pipeline;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.stereotype.Component;
import se.samplan.access.AccessRefusal;
import se.samplan.access.ActorLookup;
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
        var claimed = sender.claimed();
        var now = OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
        return Sql.of(
                """
                select participant_id from samplan.participant p
                where case_id = ?
                  and exists (select from samplan.participant_lane l
                              where l.participant_id = p.participant_id and l.lane = ?)
                  and exists (select from samplan.staff s
                              where subject = ? and organisation_id = ? and role = ?
                                and valid_from <= ? and (valid_to is null or valid_to > ?)
                                and (p.protection = 'NONE' or 'PROTECTED_IDENTITIES' = any (s.mandates)))""",
                caseId.value(),
                sender.lane().toString(),
                claimed.subject(),
                claimed.organisation().value(),
                claimed.role().name(),
                now,
                now);
    }

    /** What a sender is told who may not: {@code NOT_APPOINTED} or {@code UNKNOWN_CASE}, as by the command itself. */
    public Rejected refusal(WriteRequest sender) {
        actorLookup.find(sender.claimed());
        return new Rejected(AccessRefusal.UNKNOWN_CASE);
    }
}

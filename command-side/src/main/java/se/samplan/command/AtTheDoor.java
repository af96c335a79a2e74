package se.samplan.command;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.samplan.coordination.CaseId;
import se.samplan.http.AccessRefusal;
import se.samplan.http.Callers;
import se.samplan.participant.ParticipantId;
import se.samplan.refusal.Rejected;

/** Looks, before a command is sent, whether its sender may touch the case: nothing is kept for whoever may not. */
@Component
public class AtTheDoor {

    private final JdbcClient jdbc;
    private final Callers callers;
    private final Clock clock;

    AtTheDoor(@Qualifier("tokenDataSource") DataSource outsideOfCommands, Callers callers, Clock clock) {
        this.jdbc = JdbcClient.create(outsideOfCommands);
        this.callers = callers;
        this.clock = clock;
    }

    /**
     * Whose case it is.
     *
     * @throws Rejected as the command itself would be: {@code NOT_APPOINTED}, {@code UNKNOWN_CASE}
     */
    public ParticipantId participantOf(CaseId caseId, Sender sender) {
        var claimed = sender.claimed();
        var now = OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
        return jdbc.sql("""
                        select participant_id from samplan.participant p
                        where case_id = ?
                          and exists (select from samplan.participant_lane l
                                      where l.participant_id = p.participant_id and l.lane = ?)
                          and exists (select from samplan.staff s
                                      where subject = ? and organisation_id = ? and role = ?
                                        and valid_from <= ? and (valid_to is null or valid_to > ?)
                                        and (p.protection = 'NONE' or 'PROTECTED_IDENTITIES' = any (s.mandates)))""")
                .params(
                        caseId.value(),
                        sender.lane().toString(),
                        claimed.subject(),
                        claimed.organisation().value(),
                        claimed.role().name(),
                        now,
                        now)
                .query(UUID.class)
                .optional()
                .map(ParticipantId::new)
                .orElseThrow(() -> {
                    callers.find(claimed);
                    return new Rejected(AccessRefusal.UNKNOWN_CASE);
                });
    }
}

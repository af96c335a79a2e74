package se.samplan.command;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.samplan.coordination.CaseId;
import se.samplan.coordination.LaneId;
import se.samplan.coordination.Sealed;
import se.samplan.http.AccessRefusal;
import se.samplan.participant.ParticipantId;
import se.samplan.refusal.Rejected;
import se.samplan.vault.DocumentClass;
import se.samplan.vault.Seals;

/** Seals free text at the door, before a command is sent. */
@Component
public class Sealing {

    private static final int REMEMBERED = 10_000;

    private final Seals seals;
    private final JdbcClient jdbc;

    /** Whose case it is never changes. */
    private final Cache<CaseId, ParticipantId> participants =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();

    Sealing(Seals seals, @Qualifier("tokenDataSource") DataSource outsideOfCommands) {
        this.seals = seals;
        this.jdbc = JdbcClient.create(outsideOfCommands);
    }

    /** The text sealed for its place; absent if there is none. */
    public @Nullable Sealed text(
            CaseId caseId, LaneId lane, DocumentClass documents, UUID entry, String field, @Nullable String text) {
        return text == null || text.isBlank()
                ? null
                : seals.seal(caseId, participantOf(caseId), lane, documents, entry, field, text);
    }

    private ParticipantId participantOf(CaseId caseId) {
        return participants.get(caseId, this::find);
    }

    private ParticipantId find(CaseId caseId) {
        return jdbc.sql("select participant_id from samplan.participant where case_id = ?")
                .param(caseId.value())
                .query(UUID.class)
                .optional()
                .map(ParticipantId::new)
                .orElseThrow(() -> new Rejected(AccessRefusal.UNKNOWN_CASE));
    }
}

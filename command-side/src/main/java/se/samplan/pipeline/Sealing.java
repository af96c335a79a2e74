package se.samplan.pipeline;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.samplan.casework.CaseId;
import se.samplan.casework.ParticipantId;
import se.samplan.casework.Sealed;
import se.samplan.casework.SealedText;
import se.samplan.refusal.Rejected;
import se.samplan.store.Query;
import se.samplan.vault.Seals;

/** Seals free texts before a command is sent, so that no command holds plain text. */
@Component
class Sealing {

    private static final int REMEMBERED = 10_000;

    private final Seals seals;
    private final CaseAccessGuard guard;

    /** Whose case it is never changes. */
    private final Cache<CaseId, ParticipantId> participants =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();

    Sealing(Seals seals, CaseAccessGuard guard) {
        this.seals = seals;
        this.guard = guard;
    }

    /**
     * The text sealed for its place; absent if there is none.
     *
     * @throws Rejected if a key would have to be created for a sender who may not touch the case
     */
    @Nullable
    Sealed seal(CaseId caseId, WriteRequest request, SealedText<?> text, UUID entry, @Nullable String plain) {
        if (plain == null) {
            return null;
        }
        var participant = participants.getIfPresent(caseId);
        // With a cached key nothing new is stored, and the command itself checks its sender.
        if (participant == null || !seals.isAtHand(participant, request.lane(), text.documentClass())) {
            participant = seals.prepare(guard.participantOf(caseId, request), request.lane(), text.documentClass())
                    .orElseThrow(() -> guard.refusal(request));
            participants.put(caseId, participant);
        }
        return seals.seal(caseId, participant, request.lane(), text.documentClass(), entry, text.component(), plain);
    }

    /**
     * Queries whose case it is, with no row for a sender who may not touch it; for callers that query the vault anyway.
     * The query that {@link #seal} would need is part of it.
     */
    Query<ParticipantId> participant(CaseId caseId, WriteRequest request, SealedText<?> text, @Nullable String plain) {
        var allowed = guard.participantOf(caseId, request);
        if (plain == null) {
            return new Query<>(allowed, row -> new ParticipantId(row.getObject(1, UUID.class)));
        }
        var query = seals.preparing(allowed, request.lane(), text.documentClass());
        return new Query<>(query.sql(), row -> {
            var participant = query.row().read(row);
            participants.put(caseId, participant);
            return participant;
        });
    }

    /** The refusal for a sender for whom {@link #participant} finds nobody. */
    Rejected refusal(WriteRequest request) {
        return guard.refusal(request);
    }
}

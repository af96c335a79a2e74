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

/** Seals free text at the door, before a command is sent. */
@Component
public class Sealing {

    private static final int REMEMBERED = 10_000;

    private final Seals seals;
    private final CaseAccessGuard door;

    /** Whose case it is never changes. */
    private final Cache<CaseId, ParticipantId> participants =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();

    Sealing(Seals seals, CaseAccessGuard door) {
        this.seals = seals;
        this.door = door;
    }

    /**
     * The text sealed for its place; absent if there is none.
     *
     * @throws Rejected if a key would have to be made for a sender who may not touch the case
     */
    public @Nullable Sealed text(
            CaseId caseId, WriteRequest sender, SealedText<?> place, UUID entry, @Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        var participant = participants.getIfPresent(caseId);
        // With a key at hand nothing is kept, and the command itself looks whether its sender may.
        if (participant == null || !seals.isAtHand(participant, sender.lane(), place.documentClass())) {
            participant = seals.prepare(door.participantOf(caseId, sender), sender.lane(), place.documentClass())
                    .orElseThrow(() -> door.refusal(sender));
            participants.put(caseId, participant);
        }
        return seals.seal(caseId, participant, sender.lane(), place.documentClass(), entry, place.component(), text);
    }

    /**
     * Finds whose case it is, and nobody for a sender who may not touch it; for what asks the vault anyway. What
     * {@link #text} would have to ask is asked along.
     */
    public Query<ParticipantId> allowed(
            CaseId caseId, WriteRequest sender, SealedText<?> place, @Nullable String text) {
        var allowed = door.participantOf(caseId, sender);
        if (text == null || text.isBlank()) {
            return new Query<>(allowed, row -> new ParticipantId(row.getObject(1, UUID.class)));
        }
        var preparing = seals.preparing(allowed, sender.lane(), place.documentClass());
        return new Query<>(preparing.sql(), row -> {
            var participant = preparing.row().read(row);
            participants.put(caseId, participant);
            return participant;
        });
    }
}

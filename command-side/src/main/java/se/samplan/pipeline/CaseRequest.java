package se.samplan.pipeline;

import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import se.samplan.casework.CaseCommand;
import se.samplan.casework.CaseId;
import se.samplan.casework.LaneId;
import se.samplan.casework.ParticipantId;
import se.samplan.casework.Sealed;
import se.samplan.casework.SealedText;
import se.samplan.command.EffectiveAt;
import se.samplan.http.Moment;
import se.samplan.refusal.Rejected;
import se.samplan.store.Query;

/**
 * A request about one case: what a controller needs to build a command from the body, send it and respond. An argument
 * of the controllers below {@code /api/cases/{caseId}}.
 */
public final class CaseRequest {

    private final CaseId caseId;
    private final Supplier<WriteRequest> sender;
    private final Sealing sealing;
    private final CommandResponder responder;

    private @Nullable WriteRequest identified;

    /** @param sender resolved when needed, so that an unreadable body is refused before an incomplete token */
    CaseRequest(CaseId caseId, Supplier<WriteRequest> sender, Sealing sealing, CommandResponder responder) {
        this.caseId = caseId;
        this.sender = sender;
        this.sealing = sealing;
        this.responder = responder;
    }

    public CaseId caseId() {
        return caseId;
    }

    /**
     * The lane that the sender works in.
     *
     * @throws Rejected {@code NOT_IN_A_LANE} for roles without one
     */
    public LaneId lane() {
        return request().lane();
    }

    /** The moment sent, or now. */
    public EffectiveAt at(@Nullable Moment moment) {
        return request().at(moment);
    }

    /**
     * Seals a text for the entry whose event will hold it; null if there is none.
     *
     * @throws Rejected if a key would have to be created for a sender who may not touch the case
     */
    public @Nullable Sealed seal(SealedText<?> text, UUID entry, @Nullable String plain) {
        return sealing.seal(caseId, request(), text, entry, plain);
    }

    /**
     * Queries whose case it is, with no row for a sender who may not touch it; for callers that query the vault anyway.
     * The query that {@link #seal} would need for this text is part of it.
     */
    public Query<ParticipantId> participant(SealedText<?> text, @Nullable String plain) {
        return sealing.participant(caseId, request(), text, plain);
    }

    /** The refusal for a sender for whom {@link #participant} finds nobody. */
    public Rejected refusal() {
        return sealing.refusal(request());
    }

    /** 201 with the id of the entry that the command creates. */
    public ResponseEntity<Map<String, Object>> created(String idName, CaseCommand command) {
        return responder.createdInCase(idName, command, request());
    }

    /** 200 with the id of the entry that the command updates. */
    public ResponseEntity<Map<String, Object>> updated(String idName, CaseCommand command) {
        return responder.updatedInCase(idName, command, request());
    }

    /** The answer of a command that changes nothing. */
    public Map<String, Object> read(CaseCommand command) {
        return responder.read(command, request());
    }

    private WriteRequest request() {
        if (identified == null) {
            identified = sender.get();
        }
        return identified;
    }
}

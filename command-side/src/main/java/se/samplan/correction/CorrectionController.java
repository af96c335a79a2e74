package se.samplan.correction;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import se.samplan.casework.CaseId;
import se.samplan.casework.EnteredInError;
import se.samplan.casework.ErrorReason;
import se.samplan.http.Moment;
import se.samplan.pipeline.CommandResponder;
import se.samplan.pipeline.Sealing;
import se.samplan.pipeline.WriteRequest;

/** Entries marked as errors. */
@RestController
@RequestMapping("/api/cases/{caseId}/corrections")
class CorrectionController {

    private final CommandResponder writes;
    private final Sealing sealing;

    record Correction(
            @NotNull UUID entry,
            @NotNull ErrorReason reason,
            @Size(max = 4000) @Nullable String explanation,
            @Nullable Moment effectiveAt) {}

    CorrectionController(CommandResponder writes, Sealing sealing) {
        this.writes = writes;
        this.sealing = sealing;
    }

    @PostMapping("")
    ResponseEntity<Map<String, Object>> mark(
            @PathVariable UUID caseId, @Valid @RequestBody Correction body, WriteRequest sender) {
        var command = new MarkEnteredInError(
                new CaseId(caseId),
                sender.lane(),
                body.entry(),
                body.reason(),
                sealing.text(new CaseId(caseId), sender, EnteredInError.EXPLANATION, body.entry(), body.explanation()),
                sender.at(body.effectiveAt()));
        return writes.made("entry", command, sender);
    }
}

package se.samplan.correction;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import se.samplan.casework.EnteredInError;
import se.samplan.casework.ErrorReason;
import se.samplan.http.Moment;
import se.samplan.pipeline.CaseRequest;

/** Entries marked as errors. */
@RestController
@RequestMapping("/api/cases/{caseId}/corrections")
class CorrectionController {

    record Correction(
            @NotNull UUID entry,
            @NotNull ErrorReason reason,
            @Size(max = 4000) @Nullable String explanation,
            @Nullable Dependents dependents,
            @Nullable Moment effectiveAt) {}

    @PostMapping("")
    ResponseEntity<Map<String, Object>> mark(CaseRequest request, @Valid @RequestBody Correction body) {
        return request.created(
                "entry",
                new MarkEnteredInError(
                        request.caseId(),
                        request.lane(),
                        body.entry(),
                        body.reason(),
                        request.seal(EnteredInError.EXPLANATION, body.entry(), body.explanation()),
                        body.dependents(),
                        request.at(body.effectiveAt())));
    }
}

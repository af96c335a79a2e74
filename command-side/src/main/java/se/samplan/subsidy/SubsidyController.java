package se.samplan.subsidy;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import se.samplan.http.Moment;
import se.samplan.pipeline.CaseRequest;
import se.samplan.subsidy.SubsidyEvent.SubsidyDecisionRequested;
import se.samplan.subsidy.SubsidyEvent.SubsidyRefused;
import se.samplan.subsidy.SubsidyEvent.SubsidyRequestWithdrawn;

/** Requests for wage subsidies, and decisions on them. */
@RestController
@RequestMapping("/api/cases/{caseId}/subsidy-requests")
class SubsidyController {

    private final Employers employers;

    record NewRequest(
            @NotNull Scheme scheme,
            @NotBlank @Size(max = 20) String employer,
            @Size(max = 200) @Nullable String position,
            @NotNull @Min(1) @Max(100) Integer extentPercent,
            @NotNull LocalDate wantedStart,
            @NotNull LocalDate windowClosesOn,
            @Nullable Moment effectiveAt) {}

    record Approval(
            @NotNull @Min(1) @Max(100) Integer levelPercent,
            @NotNull LocalDate from,
            @NotNull LocalDate to,
            @Nullable Moment effectiveAt) {}

    record Refusal(
            @NotNull SubsidyRefusalReason reason,
            @Size(max = 4000) @Nullable String explanation,
            @Nullable Moment effectiveAt) {}

    record Withdrawal(
            @Size(max = 4000) @Nullable String explanation,
            @Nullable Moment effectiveAt) {}

    SubsidyController(Employers employers) {
        this.employers = employers;
    }

    @PostMapping("")
    ResponseEntity<Map<String, Object>> request(CaseRequest request, @Valid @RequestBody NewRequest body) {
        var id = SubsidyRequestId.random();
        return request.created(
                "subsidyRequestId",
                new RequestSubsidyDecision(
                        request.caseId(),
                        request.lane(),
                        id,
                        body.scheme(),
                        // Before sealing the text: one query to the vault fetches a sole trader's id and the key.
                        employers.idOf(body.employer(), body.position(), request),
                        request.seal(SubsidyDecisionRequested.POSITION, id.value(), body.position()),
                        body.extentPercent(),
                        body.wantedStart(),
                        body.windowClosesOn(),
                        request.at(body.effectiveAt())));
    }

    @PostMapping("/{id}/approval")
    ResponseEntity<Map<String, Object>> approve(
            CaseRequest request, @PathVariable SubsidyRequestId id, @Valid @RequestBody Approval body) {
        return request.updated(
                "subsidyRequestId",
                new ApproveSubsidy(
                        request.caseId(),
                        request.lane(),
                        id,
                        body.levelPercent(),
                        body.from(),
                        body.to(),
                        request.at(body.effectiveAt())));
    }

    @PostMapping("/{id}/refusal")
    ResponseEntity<Map<String, Object>> refuse(
            CaseRequest request, @PathVariable SubsidyRequestId id, @Valid @RequestBody Refusal body) {
        return request.updated(
                "subsidyRequestId",
                new RefuseSubsidy(
                        request.caseId(),
                        request.lane(),
                        id,
                        body.reason(),
                        request.seal(SubsidyRefused.EXPLANATION, id.value(), body.explanation()),
                        request.at(body.effectiveAt())));
    }

    @PostMapping("/{id}/withdrawal")
    ResponseEntity<Map<String, Object>> withdraw(
            CaseRequest request, @PathVariable SubsidyRequestId id, @Valid @RequestBody Withdrawal body) {
        return request.updated(
                "subsidyRequestId",
                new WithdrawSubsidyRequest(
                        request.caseId(),
                        request.lane(),
                        id,
                        request.seal(SubsidyRequestWithdrawn.EXPLANATION, id.value(), body.explanation()),
                        request.at(body.effectiveAt())));
    }
}

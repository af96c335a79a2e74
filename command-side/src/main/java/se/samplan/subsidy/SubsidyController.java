package se.samplan.subsidy;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
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
import se.samplan.http.Moment;
import se.samplan.pipeline.CommandResponder;
import se.samplan.pipeline.Sealing;
import se.samplan.pipeline.WriteRequest;
import se.samplan.subsidy.SubsidyEvent.SubsidyDecisionRequested;
import se.samplan.subsidy.SubsidyEvent.SubsidyRefused;
import se.samplan.subsidy.SubsidyEvent.SubsidyRequestWithdrawn;

/** Requests for wage subsidies, and decisions on them. */
@RestController
@RequestMapping("/api/cases/{caseId}/subsidy-requests")
class SubsidyController {

    private final CommandResponder writes;
    private final Sealing sealing;
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

    SubsidyController(CommandResponder writes, Sealing sealing, Employers employers) {
        this.writes = writes;
        this.sealing = sealing;
        this.employers = employers;
    }

    @PostMapping("")
    ResponseEntity<Map<String, Object>> request(
            @PathVariable UUID caseId, @Valid @RequestBody NewRequest body, WriteRequest sender) {
        var id = SubsidyRequestId.random();
        var command = new RequestSubsidyDecision(
                new CaseId(caseId),
                sender.lane(),
                id,
                body.scheme(),
                // Before the text: the vault is asked once for a sole trader's id and the key.
                employers.idOf(
                        body.employer(),
                        () -> sealing.allowed(
                                new CaseId(caseId), sender, SubsidyDecisionRequested.POSITION, body.position()),
                        sender),
                sealing.text(
                        new CaseId(caseId), sender, SubsidyDecisionRequested.POSITION, id.value(), body.position()),
                body.extentPercent(),
                body.wantedStart(),
                body.windowClosesOn(),
                sender.at(body.effectiveAt()));
        return writes.made("subsidyRequestId", command, sender);
    }

    @PostMapping("/{id}/approval")
    ResponseEntity<Map<String, Object>> approve(
            @PathVariable UUID caseId, @PathVariable UUID id, @Valid @RequestBody Approval body, WriteRequest sender) {
        var command = new ApproveSubsidy(
                new CaseId(caseId),
                sender.lane(),
                new SubsidyRequestId(id),
                body.levelPercent(),
                body.from(),
                body.to(),
                sender.at(body.effectiveAt()));
        return writes.done("subsidyRequestId", command, sender);
    }

    @PostMapping("/{id}/refusal")
    ResponseEntity<Map<String, Object>> refuse(
            @PathVariable UUID caseId, @PathVariable UUID id, @Valid @RequestBody Refusal body, WriteRequest sender) {
        var command = new RefuseSubsidy(
                new CaseId(caseId),
                sender.lane(),
                new SubsidyRequestId(id),
                body.reason(),
                sealing.text(new CaseId(caseId), sender, SubsidyRefused.EXPLANATION, id, body.explanation()),
                sender.at(body.effectiveAt()));
        return writes.done("subsidyRequestId", command, sender);
    }

    @PostMapping("/{id}/withdrawal")
    ResponseEntity<Map<String, Object>> withdraw(
            @PathVariable UUID caseId,
            @PathVariable UUID id,
            @Valid @RequestBody Withdrawal body,
            WriteRequest sender) {
        var command = new WithdrawSubsidyRequest(
                new CaseId(caseId),
                sender.lane(),
                new SubsidyRequestId(id),
                sealing.text(new CaseId(caseId), sender, SubsidyRequestWithdrawn.EXPLANATION, id, body.explanation()),
                sender.at(body.effectiveAt()));
        return writes.done("subsidyRequestId", command, sender);
    }
}

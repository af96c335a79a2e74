package se.samplan.clearance;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import se.samplan.casework.CaseId;
import se.samplan.clearance.ClearanceEvent.ClearanceDenied;
import se.samplan.clearance.ClearanceEvent.ClearanceGranted;
import se.samplan.clearance.ClearanceEvent.ClearanceRequested;
import se.samplan.clearance.ClearanceEvent.ClearanceWithdrawn;
import se.samplan.http.Moment;
import se.samplan.pipeline.CommandResponder;
import se.samplan.pipeline.Sealing;
import se.samplan.pipeline.WriteRequest;
import se.samplan.plan.ActivityId;

/** Clearances: asked for, given, denied, withdrawn. */
@RestController
@RequestMapping("/api/cases/{caseId}/clearances")
class ClearanceController {

    private final CommandResponder writes;
    private final Sealing sealing;

    record NewRequest(
            @NotNull ActivityId activityId,
            @Size(max = 4000) @Nullable String message,
            @Nullable Moment effectiveAt) {}

    record Grant(
            @Nullable Set<@NotNull ClearanceCondition> conditions,
            @Size(max = 4000) @Nullable String conditionText,
            @Nullable LocalDate until,
            @Nullable Moment effectiveAt) {}

    record Denial(
            @NotNull DenialReason reason,
            @Size(max = 4000) @Nullable String explanation,
            @Nullable Moment effectiveAt) {}

    record Withdrawal(
            @Size(max = 4000) @Nullable String explanation,
            @Nullable Moment effectiveAt) {}

    ClearanceController(CommandResponder writes, Sealing sealing) {
        this.writes = writes;
        this.sealing = sealing;
    }

    @PostMapping("")
    ResponseEntity<Map<String, Object>> request(
            @PathVariable UUID caseId, @Valid @RequestBody NewRequest body, WriteRequest sender) {
        var id = ClearanceId.random();
        var command = new RequestClearance(
                new CaseId(caseId),
                sender.lane(),
                id,
                body.activityId(),
                sealing.text(new CaseId(caseId), sender, ClearanceRequested.MESSAGE, id.value(), body.message()),
                sender.at(body.effectiveAt()));
        return writes.made("clearanceId", command, sender);
    }

    @PostMapping("/{id}/grant")
    ResponseEntity<Map<String, Object>> grant(
            @PathVariable UUID caseId, @PathVariable UUID id, @Valid @RequestBody Grant body, WriteRequest sender) {
        var command = new GrantClearance(
                new CaseId(caseId),
                sender.lane(),
                new ClearanceId(id),
                new TreeSet<>(Objects.requireNonNullElse(body.conditions(), Set.of())),
                sealing.text(new CaseId(caseId), sender, ClearanceGranted.CONDITION_TEXT, id, body.conditionText()),
                body.until(),
                sender.at(body.effectiveAt()));
        return writes.done("clearanceId", command, sender);
    }

    @PostMapping("/{id}/denial")
    ResponseEntity<Map<String, Object>> deny(
            @PathVariable UUID caseId, @PathVariable UUID id, @Valid @RequestBody Denial body, WriteRequest sender) {
        var command = new DenyClearance(
                new CaseId(caseId),
                sender.lane(),
                new ClearanceId(id),
                body.reason(),
                sealing.text(new CaseId(caseId), sender, ClearanceDenied.EXPLANATION, id, body.explanation()),
                sender.at(body.effectiveAt()));
        return writes.done("clearanceId", command, sender);
    }

    @PostMapping("/{id}/withdrawal")
    ResponseEntity<Map<String, Object>> withdraw(
            @PathVariable UUID caseId,
            @PathVariable UUID id,
            @Valid @RequestBody Withdrawal body,
            WriteRequest sender) {
        var command = new WithdrawClearance(
                new CaseId(caseId),
                sender.lane(),
                new ClearanceId(id),
                sealing.text(new CaseId(caseId), sender, ClearanceWithdrawn.EXPLANATION, id, body.explanation()),
                sender.at(body.effectiveAt()));
        return writes.done("clearanceId", command, sender);
    }
}

package se.samplan.clearance;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import se.samplan.clearance.ClearanceEvent.ClearanceDenied;
import se.samplan.clearance.ClearanceEvent.ClearanceGranted;
import se.samplan.clearance.ClearanceEvent.ClearanceRequested;
import se.samplan.clearance.ClearanceEvent.ClearanceWithdrawn;
import se.samplan.http.Moment;
import se.samplan.pipeline.CaseRequest;
import se.samplan.plan.ActivityId;

/** Clearances: requested, granted, denied, withdrawn. */
@RestController
@RequestMapping("/api/cases/{caseId}/clearances")
class ClearanceController {

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

    @PostMapping("")
    ResponseEntity<Map<String, Object>> request(CaseRequest request, @Valid @RequestBody NewRequest body) {
        var id = ClearanceId.random();
        return request.created(
                "clearanceId",
                new RequestClearance(
                        request.caseId(),
                        request.lane(),
                        id,
                        body.activityId(),
                        request.seal(ClearanceRequested.MESSAGE, id.value(), body.message()),
                        request.at(body.effectiveAt())));
    }

    @PostMapping("/{id}/grant")
    ResponseEntity<Map<String, Object>> grant(
            CaseRequest request, @PathVariable ClearanceId id, @Valid @RequestBody Grant body) {
        return request.updated(
                "clearanceId",
                new GrantClearance(
                        request.caseId(),
                        request.lane(),
                        id,
                        new TreeSet<>(Objects.requireNonNullElse(body.conditions(), Set.of())),
                        request.seal(ClearanceGranted.CONDITION_TEXT, id.value(), body.conditionText()),
                        body.until(),
                        request.at(body.effectiveAt())));
    }

    @PostMapping("/{id}/denial")
    ResponseEntity<Map<String, Object>> deny(
            CaseRequest request, @PathVariable ClearanceId id, @Valid @RequestBody Denial body) {
        return request.updated(
                "clearanceId",
                new DenyClearance(
                        request.caseId(),
                        request.lane(),
                        id,
                        body.reason(),
                        request.seal(ClearanceDenied.EXPLANATION, id.value(), body.explanation()),
                        request.at(body.effectiveAt())));
    }

    @PostMapping("/{id}/withdrawal")
    ResponseEntity<Map<String, Object>> withdraw(
            CaseRequest request, @PathVariable ClearanceId id, @Valid @RequestBody Withdrawal body) {
        return request.updated(
                "clearanceId",
                new WithdrawClearance(
                        request.caseId(),
                        request.lane(),
                        id,
                        request.seal(ClearanceWithdrawn.EXPLANATION, id.value(), body.explanation()),
                        request.at(body.effectiveAt())));
    }
}

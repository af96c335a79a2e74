package se.samplan.plan;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import se.samplan.casework.LaneId;
import se.samplan.casework.Provenance;
import se.samplan.http.Moment;
import se.samplan.organisation.OrganisationId;
import se.samplan.pipeline.CaseRequest;
import se.samplan.plan.ActivityEvent.ActivityInterrupted;
import se.samplan.plan.ActivityEvent.ActivityPlanned;
import se.samplan.plan.ActivityEvent.ActivityStarted;

/** Activities of each lane. */
@RestController
@RequestMapping("/api/cases/{caseId}/activities")
class ActivityController {

    record NewActivity(
            @NotNull ActivityKind kind,
            @NotNull LocalDate from,
            @Nullable LocalDate to,

            @NotNull @DecimalMin("0") @DecimalMax("168") @Digits(integer = 3, fraction = 2)
            BigDecimal hoursPerWeek,

            @Nullable PlanId planId,

            @Nullable @DecimalMin("0") @DecimalMax("168") @Digits(integer = 3, fraction = 2)
            BigDecimal otherCount,

            @Nullable Boolean atWorkplace,
            @Nullable LaneId owner,
            @Nullable OrganisationId runBy,
            @Nullable Provenance provenance,
            @Size(max = 4000) @Nullable String description,
            @Nullable Moment effectiveAt) {}

    record Start(
            @Size(max = 4000) @Nullable String reason,
            @Nullable Moment effectiveAt) {}

    record Rescheduling(
            @NotNull LocalDate from,
            @Nullable LocalDate to,

            @NotNull @DecimalMin("0") @DecimalMax("168") @Digits(integer = 3, fraction = 2)
            BigDecimal hoursPerWeek,

            @Nullable Moment effectiveAt) {}

    record Completion(@Nullable Moment effectiveAt) {}

    record Interruption(
            @NotNull InterruptionReason reason,
            @Size(max = 4000) @Nullable String explanation,
            @Nullable Moment effectiveAt) {}

    @PostMapping("")
    ResponseEntity<Map<String, Object>> plan(CaseRequest request, @Valid @RequestBody NewActivity body) {
        var id = ActivityId.random();
        return request.created(
                "activityId",
                new PlanActivity(
                        request.caseId(),
                        request.lane(),
                        id,
                        Objects.requireNonNullElse(body.owner(), request.lane()),
                        body.planId(),
                        body.kind(),
                        body.from(),
                        body.to(),
                        body.hoursPerWeek(),
                        body.otherCount(),
                        Boolean.TRUE.equals(body.atWorkplace()),
                        body.runBy(),
                        Objects.requireNonNullElse(body.provenance(), Provenance.OWN),
                        request.seal(ActivityPlanned.DESCRIPTION, id.value(), body.description()),
                        request.at(body.effectiveAt())));
    }

    @PostMapping("/{id}/start")
    ResponseEntity<Map<String, Object>> start(
            CaseRequest request, @PathVariable ActivityId id, @Valid @RequestBody Start body) {
        return request.updated(
                "activityId",
                new StartActivity(
                        request.caseId(),
                        request.lane(),
                        id,
                        request.seal(ActivityStarted.REASON, id.value(), body.reason()),
                        request.at(body.effectiveAt())));
    }

    @PostMapping("/{id}/rescheduling")
    ResponseEntity<Map<String, Object>> reschedule(
            CaseRequest request, @PathVariable ActivityId id, @Valid @RequestBody Rescheduling body) {
        return request.updated(
                "activityId",
                new RescheduleActivity(
                        request.caseId(),
                        request.lane(),
                        id,
                        body.from(),
                        body.to(),
                        body.hoursPerWeek(),
                        request.at(body.effectiveAt())));
    }

    @PostMapping("/{id}/completion")
    ResponseEntity<Map<String, Object>> complete(
            CaseRequest request, @PathVariable ActivityId id, @Valid @RequestBody Completion body) {
        return request.updated(
                "activityId",
                new CompleteActivity(request.caseId(), request.lane(), id, request.at(body.effectiveAt())));
    }

    @PostMapping("/{id}/interruption")
    ResponseEntity<Map<String, Object>> interrupt(
            CaseRequest request, @PathVariable ActivityId id, @Valid @RequestBody Interruption body) {
        return request.updated(
                "activityId",
                new InterruptActivity(
                        request.caseId(),
                        request.lane(),
                        id,
                        body.reason(),
                        request.seal(ActivityInterrupted.EXPLANATION, id.value(), body.explanation()),
                        request.at(body.effectiveAt())));
    }
}

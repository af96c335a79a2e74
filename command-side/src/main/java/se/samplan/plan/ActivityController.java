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
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import se.samplan.casework.CaseId;
import se.samplan.casework.LaneId;
import se.samplan.casework.Provenance;
import se.samplan.http.Moment;
import se.samplan.organisation.OrganisationId;
import se.samplan.pipeline.CommandResponder;
import se.samplan.pipeline.Sealing;
import se.samplan.pipeline.WriteRequest;
import se.samplan.plan.ActivityEvent.ActivityInterrupted;
import se.samplan.plan.ActivityEvent.ActivityPlanned;
import se.samplan.plan.ActivityEvent.ActivityStarted;

/** Activities of each lane. */
@RestController
@RequestMapping("/api/cases/{caseId}/activities")
class ActivityController {

    private final CommandResponder writes;
    private final Sealing sealing;

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

    ActivityController(CommandResponder writes, Sealing sealing) {
        this.writes = writes;
        this.sealing = sealing;
    }

    @PostMapping("")
    ResponseEntity<Map<String, Object>> plan(
            @PathVariable UUID caseId, @Valid @RequestBody NewActivity body, WriteRequest sender) {
        var id = ActivityId.random();
        var command = new PlanActivity(
                new CaseId(caseId),
                sender.lane(),
                id,
                Objects.requireNonNullElse(body.owner(), sender.lane()),
                body.planId(),
                body.kind(),
                body.from(),
                body.to(),
                body.hoursPerWeek(),
                body.otherCount(),
                Boolean.TRUE.equals(body.atWorkplace()),
                body.runBy(),
                Objects.requireNonNullElse(body.provenance(), Provenance.OWN),
                sealing.text(new CaseId(caseId), sender, ActivityPlanned.DESCRIPTION, id.value(), body.description()),
                sender.at(body.effectiveAt()));
        return writes.made("activityId", command, sender);
    }

    @PostMapping("/{id}/start")
    ResponseEntity<Map<String, Object>> start(
            @PathVariable UUID caseId, @PathVariable UUID id, @Valid @RequestBody Start body, WriteRequest sender) {
        var command = new StartActivity(
                new CaseId(caseId),
                sender.lane(),
                new ActivityId(id),
                sealing.text(new CaseId(caseId), sender, ActivityStarted.REASON, id, body.reason()),
                sender.at(body.effectiveAt()));
        return writes.done("activityId", command, sender);
    }

    @PostMapping("/{id}/rescheduling")
    ResponseEntity<Map<String, Object>> reschedule(
            @PathVariable UUID caseId,
            @PathVariable UUID id,
            @Valid @RequestBody Rescheduling body,
            WriteRequest sender) {
        var command = new RescheduleActivity(
                new CaseId(caseId),
                sender.lane(),
                new ActivityId(id),
                body.from(),
                body.to(),
                body.hoursPerWeek(),
                sender.at(body.effectiveAt()));
        return writes.done("activityId", command, sender);
    }

    @PostMapping("/{id}/completion")
    ResponseEntity<Map<String, Object>> complete(
            @PathVariable UUID caseId,
            @PathVariable UUID id,
            @Valid @RequestBody Completion body,
            WriteRequest sender) {
        var command = new CompleteActivity(
                new CaseId(caseId), sender.lane(), new ActivityId(id), sender.at(body.effectiveAt()));
        return writes.done("activityId", command, sender);
    }

    @PostMapping("/{id}/interruption")
    ResponseEntity<Map<String, Object>> interrupt(
            @PathVariable UUID caseId,
            @PathVariable UUID id,
            @Valid @RequestBody Interruption body,
            WriteRequest sender) {
        var command = new InterruptActivity(
                new CaseId(caseId),
                sender.lane(),
                new ActivityId(id),
                body.reason(),
                sealing.text(new CaseId(caseId), sender, ActivityInterrupted.EXPLANATION, id, body.explanation()),
                sender.at(body.effectiveAt()));
        return writes.done("activityId", command, sender);
    }
}

package se.samplan.plan;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
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
import se.samplan.plan.PlanEvent.GoalAdded;
import se.samplan.plan.PlanEvent.PlanDrafted;

/** Plans and their goals. */
@RestController
@RequestMapping("/api/cases/{caseId}/plans")
class PlanController {

    private final CommandResponder writes;
    private final Sealing sealing;

    record NewPlan(
            @NotNull LocalDate from,
            @Nullable LocalDate to,
            @Size(max = 4000) @Nullable String summary,
            @Nullable Moment effectiveAt) {}

    record Agreement(@Nullable Moment effectiveAt) {}

    record NewGoal(
            @NotNull GoalKind kind,
            @Min(1) @Max(100) @Nullable Integer capacityPercent,
            @Nullable LocalDate by,
            @Size(max = 4000) @Nullable String description,
            @Nullable Moment effectiveAt) {}

    record Achievement(@NotNull GoalResult result, @Nullable Moment effectiveAt) {}

    PlanController(CommandResponder writes, Sealing sealing) {
        this.writes = writes;
        this.sealing = sealing;
    }

    @PostMapping("")
    ResponseEntity<Map<String, Object>> draft(
            @PathVariable UUID caseId, @Valid @RequestBody NewPlan body, WriteRequest sender) {
        var id = PlanId.random();
        var command = new DraftPlan(
                new CaseId(caseId),
                sender.lane(),
                id,
                body.from(),
                body.to(),
                sealing.text(new CaseId(caseId), sender, PlanDrafted.SUMMARY, id.value(), body.summary()),
                sender.at(body.effectiveAt()));
        return writes.made("planId", command, sender);
    }

    @PostMapping("/{id}/agreement")
    ResponseEntity<Map<String, Object>> agree(
            @PathVariable UUID caseId, @PathVariable UUID id, @Valid @RequestBody Agreement body, WriteRequest sender) {
        var command = new AgreePlan(new CaseId(caseId), sender.lane(), new PlanId(id), sender.at(body.effectiveAt()));
        return writes.done("planId", command, sender);
    }

    @PostMapping("/{id}/goals")
    ResponseEntity<Map<String, Object>> addGoal(
            @PathVariable UUID caseId, @PathVariable UUID id, @Valid @RequestBody NewGoal body, WriteRequest sender) {
        var goal = GoalId.random();
        var command = new AddGoal(
                new CaseId(caseId),
                sender.lane(),
                new PlanId(id),
                goal,
                body.kind(),
                body.capacityPercent(),
                body.by(),
                sealing.text(new CaseId(caseId), sender, GoalAdded.DESCRIPTION, goal.value(), body.description()),
                sender.at(body.effectiveAt()));
        return writes.made("goalId", command, sender);
    }

    @PostMapping("/{id}/goals/{goalId}/achievement")
    ResponseEntity<Map<String, Object>> achieve(
            @PathVariable UUID caseId,
            @PathVariable UUID id,
            @PathVariable UUID goalId,
            @Valid @RequestBody Achievement body,
            WriteRequest sender) {
        var command = new AchieveGoal(
                new CaseId(caseId),
                sender.lane(),
                new PlanId(id),
                new GoalId(goalId),
                body.result(),
                sender.at(body.effectiveAt()));
        return writes.done("goalId", command, sender);
    }
}

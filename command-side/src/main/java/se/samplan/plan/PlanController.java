package se.samplan.plan;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
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
import se.samplan.plan.PlanEvent.GoalAdded;
import se.samplan.plan.PlanEvent.PlanDrafted;

/** Plans and their goals. */
@RestController
@RequestMapping("/api/cases/{caseId}/plans")
class PlanController {

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

    @PostMapping("")
    ResponseEntity<Map<String, Object>> draft(CaseRequest request, @Valid @RequestBody NewPlan body) {
        var id = PlanId.random();
        return request.created(
                "planId",
                new DraftPlan(
                        request.caseId(),
                        request.lane(),
                        id,
                        body.from(),
                        body.to(),
                        request.seal(PlanDrafted.SUMMARY, id.value(), body.summary()),
                        request.at(body.effectiveAt())));
    }

    @PostMapping("/{id}/agreement")
    ResponseEntity<Map<String, Object>> agree(
            CaseRequest request, @PathVariable PlanId id, @Valid @RequestBody Agreement body) {
        return request.updated(
                "planId", new AgreePlan(request.caseId(), request.lane(), id, request.at(body.effectiveAt())));
    }

    @PostMapping("/{id}/goals")
    ResponseEntity<Map<String, Object>> addGoal(
            CaseRequest request, @PathVariable PlanId id, @Valid @RequestBody NewGoal body) {
        var goal = GoalId.random();
        return request.created(
                "goalId",
                new AddGoal(
                        request.caseId(),
                        request.lane(),
                        id,
                        goal,
                        body.kind(),
                        body.capacityPercent(),
                        body.by(),
                        request.seal(GoalAdded.DESCRIPTION, goal.value(), body.description()),
                        request.at(body.effectiveAt())));
    }

    @PostMapping("/{id}/goals/{goalId}/achievement")
    ResponseEntity<Map<String, Object>> achieve(
            CaseRequest request,
            @PathVariable PlanId id,
            @PathVariable GoalId goalId,
            @Valid @RequestBody Achievement body) {
        return request.updated(
                "goalId",
                new AchieveGoal(
                        request.caseId(), request.lane(), id, goalId, body.result(), request.at(body.effectiveAt())));
    }
}

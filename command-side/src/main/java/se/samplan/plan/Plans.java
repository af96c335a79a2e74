package se.samplan.plan;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static se.samplan.refusal.Rejected.unless;
import static se.samplan.refusal.Rejected.when;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import se.samplan.casework.Capability;
import se.samplan.casework.Deadline;
import se.samplan.casework.EnteredInError;
import se.samplan.casework.KnowledgeAt;
import se.samplan.casework.LaneId;
import se.samplan.casework.OpenEntry;
import se.samplan.command.EffectiveAt;
import se.samplan.plan.PlanEvent.GoalAchieved;
import se.samplan.plan.PlanEvent.GoalAdded;
import se.samplan.plan.PlanEvent.PlanAgreed;
import se.samplan.plan.PlanEvent.PlanDrafted;
import se.samplan.refusal.Rejected;

/** The plans of a case and their goals; each lane has its own (C7). */
public final class Plans implements Capability {

    record Goal(Instant since, boolean achieved) {}

    record Plan(PlanDrafted drafted, boolean agreed, Map<GoalId, Goal> goals) {

        /** The instant of something that the plan made possible. */
        Instant notBefore(EffectiveAt effectiveAt) {
            return effectiveAt.notBefore(drafted.effectiveAt());
        }
    }

    private final Map<PlanId, Plan> plans = new LinkedHashMap<>();

    @CommandHandler
    void decide(DraftPlan command) {
        var to = command.to();
        when(to != null && to.isBefore(command.from()), PlanRefusal.ENDS_BEFORE_START);
        apply(new PlanDrafted(
                command.planId(),
                command.lane(),
                command.from(),
                to,
                command.summary(),
                command.effectiveAt().withoutCause()));
    }

    @CommandHandler
    void decide(AgreePlan command) {
        var plan = own(command.planId(), command.lane());
        var at = plan.notBefore(command.effectiveAt());
        when(plan.agreed, PlanRefusal.ALREADY_AGREED);
        apply(new PlanAgreed(command.planId(), command.lane(), at));
    }

    @CommandHandler
    void decide(AddGoal command) {
        var at = own(command.planId(), command.lane()).notBefore(command.effectiveAt());
        unless(
                (command.kind() == GoalKind.CAPACITY) == (command.capacityPercent() != null),
                PlanRefusal.CAPACITY_NEEDED);
        apply(new GoalAdded(
                command.planId(),
                command.goalId(),
                command.lane(),
                command.kind(),
                command.capacityPercent(),
                command.by(),
                command.description(),
                at));
    }

    @CommandHandler
    void decide(AchieveGoal command) {
        var goal = own(command.planId(), command.lane()).goals.get(command.goalId());
        if (goal == null) {
            throw new Rejected(PlanRefusal.UNKNOWN_GOAL);
        }
        when(goal.achieved, PlanRefusal.ALREADY_ACHIEVED);
        var at = command.effectiveAt().notBefore(goal.since);
        apply(new GoalAchieved(command.planId(), command.goalId(), command.lane(), command.result(), at));
    }

    @Override
    public boolean isOwn(UUID entry, LaneId lane) {
        var plan = plans.get(new PlanId(entry));
        return plan != null && plan.drafted.lane().equals(lane);
    }

    @Override
    public Map<String, Object> responseFields(UUID entry, KnowledgeAt reader) {
        return Map.of();
    }

    @Override
    public Stream<Deadline> due() {
        return Stream.empty();
    }

    @Override
    public Stream<OpenEntry> open() {
        return Stream.empty();
    }

    @EventSourcingHandler
    void evolve(PlanEvent event) {
        switch (event) {
            case PlanDrafted e -> plans.put(e.planId(), new Plan(e, false, new HashMap<>()));
            case PlanAgreed e ->
                plans.computeIfPresent(e.planId(), (id, plan) -> new Plan(plan.drafted, true, plan.goals));
            case GoalAdded e -> putGoal(e.planId(), e.goalId(), new Goal(e.effectiveAt(), false));
            case GoalAchieved e -> putGoal(e.planId(), e.goalId(), new Goal(e.effectiveAt(), true));
        }
    }

    @EventSourcingHandler
    void evolve(EnteredInError event) {
        plans.remove(new PlanId(event.entry()));
    }

    private void putGoal(PlanId planId, GoalId goalId, Goal goal) {
        var plan = plans.get(planId);
        if (plan != null) {
            plan.goals.put(goalId, goal);
        }
    }

    /** A plan that the lane drafted. */
    Plan own(PlanId id, LaneId lane) {
        var plan = plans.get(id);
        if (plan == null || !plan.drafted.lane().equals(lane)) {
            throw new Rejected(PlanRefusal.UNKNOWN_PLAN);
        }
        return plan;
    }
}

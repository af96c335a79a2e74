package se.samplan.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.samplan.casefile.CaseReading;
import se.samplan.casefile.LaneEntry;
import se.samplan.casefile.OnAxis;
import se.samplan.fold.FactTime;
import se.samplan.fold.LatestFact;
import se.samplan.plan.PlanEvent.GoalAdded;
import se.samplan.plan.PlanEvent.PlanDrafted;
import se.samplan.text.Coded;
import se.samplan.text.Texts;

/** Shows the plans of a case and their goals. */
public final class PlanPresenter {

    /** A plan, as far as its reader may know it. */
    public record PlanShown(
            UUID planId,
            Coded state,
            LocalDate from,
            @Nullable LocalDate to,
            @Nullable LocalDate agreedOn,
            @Nullable String summary,
            List<GoalShown> goals)
            implements OnAxis {

        @Override
        public Days days() {
            return new Days(from, to);
        }
    }

    /** A goal of a plan. */
    public record GoalShown(
            UUID goalId,
            Coded kind,
            @Nullable Integer capacityPercent,
            @Nullable LocalDate by,
            @Nullable String description,
            @Nullable Coded result,
            @Nullable LocalDate achievedOn) {}

    private final CaseReading reading;

    private PlanPresenter(CaseReading reading) {
        this.reading = reading;
    }

    public static Stream<LaneEntry<PlanShown>> present(CaseReading reading) {
        return reading.all(PlanEntry.class)
                .flatMap(new PlanPresenter(reading)::visible)
                .sorted(LaneEntry.BY_DAY);
    }

    private Stream<LaneEntry<PlanShown>> visible(PlanEntry entry) {
        var drafted = entry.drafted();
        if (drafted == null || !reading.isVisible(drafted.entry())) {
            return Stream.empty();
        }
        var shown = new PlanShown(
                drafted.entry(),
                Texts.of(entry.state()),
                drafted.from(),
                drafted.to(),
                FactTime.day(entry.agreed()),
                reading.text(drafted, PlanDrafted.SUMMARY),
                entry.goals().byId().entrySet().stream()
                        .filter(goal -> !reading.isInError(goal.getKey()))
                        .flatMap(goal -> goal(goal.getValue()))
                        .toList());
        return Stream.of(
                new LaneEntry<>(drafted.lane(), drafted.from(), drafted.entry(), reading.why(drafted.entry()), shown));
    }

    private Stream<GoalShown> goal(GoalEntry goal) {
        var added = goal.added();
        var achieved = goal.achieved();
        return added == null
                ? Stream.empty()
                : Stream.of(new GoalShown(
                        added.goalId().value(),
                        Texts.of(added.kind()),
                        added.capacityPercent(),
                        added.by(),
                        reading.text(added, GoalAdded.DESCRIPTION),
                        achieved == null ? null : Texts.of(achieved.value()),
                        LatestFact.day(achieved)));
    }
}

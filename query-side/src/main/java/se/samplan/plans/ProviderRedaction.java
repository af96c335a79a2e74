package se.samplan.plans;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import se.samplan.casefile.CaseState;
import se.samplan.casefile.VisibilityReason;
import se.samplan.casework.LaneId;
import se.samplan.casework.Provenance;
import se.samplan.organisation.OrganisationId;
import se.samplan.plan.ActivityEntry;
import se.samplan.plan.ActivityEvent.ActivityPlanned;
import se.samplan.plans.PlansPage.ActivityShown;
import se.samplan.plans.PlansPage.LaneShown;
import se.samplan.plans.PlansPage.OrganisationShown;
import se.samplan.plans.PlansPage.Shown;
import se.samplan.text.Texts;

/** Cuts a case to the measures that one provider runs: their kind, days, hours and state. */
final class ProviderRedaction {

    private ProviderRedaction() {}

    static List<LaneShown> lanes(
            CaseState view, OrganisationId provider, Function<OrganisationId, OrganisationShown> organisations) {
        SortedMap<LaneId, List<ActivityShown>> lanes = new TreeMap<>();
        view.all(ActivityEntry.class).forEach(it -> {
            var planned = it.planned();
            var schedule = it.schedule();
            // What another lane was told of it is that lane's knowledge, not the provider's.
            if (planned != null
                    && schedule != null
                    && provider.equals(planned.runBy())
                    && planned.provenance() == Provenance.OWN) {
                lanes.computeIfAbsent(planned.owner(), lane -> new ArrayList<>())
                        .add(shown(it, planned, schedule.value(), organisations));
            }
        });
        return lanes.entrySet().stream()
                .map(each -> shown(each.getKey(), each.getValue(), organisations))
                .toList();
    }

    private static ActivityShown shown(
            ActivityEntry it,
            ActivityPlanned planned,
            ActivityEntry.Schedule schedule,
            Function<OrganisationId, OrganisationShown> organisations) {
        var runBy = planned.runBy();
        return new ActivityShown(
                planned.entry(),
                Texts.of(planned.kind()),
                Texts.of(it.state()),
                schedule.from(),
                schedule.to(),
                schedule.hoursPerWeek(),
                null,
                planned.atWorkplace(),
                runBy == null ? null : organisations.apply(runBy),
                Texts.of(planned.provenance()),
                planned.lane(),
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private static LaneShown shown(
            LaneId lane, List<ActivityShown> activities, Function<OrganisationId, OrganisationShown> organisations) {
        activities.sort(Comparator.comparing(ActivityShown::from).thenComparing(ActivityShown::activityId));
        return new LaneShown(
                lane,
                organisations.apply(lane.organisation()),
                Texts.of(lane.branch()),
                false,
                List.of(new Shown(Texts.of(VisibilityReason.RUN_BY), List.of())),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.copyOf(activities));
    }
}

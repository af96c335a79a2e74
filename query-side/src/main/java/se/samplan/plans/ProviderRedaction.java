package se.samplan.plans;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import se.samplan.casefile.CaseState;
import se.samplan.casefile.LaneEntry;
import se.samplan.casefile.OnAxis.Days;
import se.samplan.casefile.OrganisationShown;
import se.samplan.casework.LaneId;
import se.samplan.organisation.OrganisationId;
import se.samplan.plan.ActivityEntry;
import se.samplan.plan.ActivityPresenter;
import se.samplan.plan.ActivityPresenter.ActivityShown;
import se.samplan.plans.LaneRedaction.LaneShown;
import se.samplan.plans.LaneRedaction.Lanes;
import se.samplan.text.Texts;

/** The lanes of a case as a provider's tutor may know them: only the measures that the provider runs. */
final class ProviderRedaction {

    private ProviderRedaction() {}

    static Lanes of(
            CaseState state, OrganisationShown provider, Function<OrganisationId, OrganisationShown> organisations) {
        var lanes = new TreeMap<LaneId, List<LaneEntry<ActivityShown>>>();
        var days = new ArrayList<Days>();
        ActivityPresenter.presentTo(provider, state.all(ActivityEntry.class)).forEach(entry -> {
            lanes.computeIfAbsent(entry.lane(), lane -> new ArrayList<>()).add(entry);
            days.add(entry.shown().days());
        });
        var shown = lanes.entrySet().stream()
                .map(each -> shown(each.getKey(), each.getValue(), organisations))
                .toList();
        return new Lanes(shown, days);
    }

    private static LaneShown shown(
            LaneId lane,
            List<LaneEntry<ActivityShown>> activities,
            Function<OrganisationId, OrganisationShown> organisations) {
        return LaneShown.ofActivities(
                lane,
                organisations.apply(lane.organisation()),
                Texts.of(lane.branch()),
                activities.stream().map(LaneEntry::why).distinct().toList(),
                activities.stream().map(LaneEntry::shown).toList());
    }
}

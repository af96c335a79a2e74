package se.samplan.plans;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import se.samplan.casefile.CaseReading;
import se.samplan.casefile.LaneEntry;
import se.samplan.casefile.OnAxis;
import se.samplan.casefile.OnAxis.Days;
import se.samplan.casefile.OrganisationShown;
import se.samplan.casefile.Shown;
import se.samplan.casework.LaneId;
import se.samplan.caseworker.CaseworkerPresenter;
import se.samplan.caseworker.CaseworkerPresenter.CaseworkerShown;
import se.samplan.enrolment.EnrolmentPresenter;
import se.samplan.enrolment.EnrolmentPresenter.EnrolmentShown;
import se.samplan.plan.ActivityPresenter;
import se.samplan.plan.ActivityPresenter.ActivityShown;
import se.samplan.plan.PlanPresenter;
import se.samplan.plan.PlanPresenter.PlanShown;
import se.samplan.referral.ReferralPresenter;
import se.samplan.referral.ReferralPresenter.ReferralShown;
import se.samplan.registration.RegistrationPresenter;
import se.samplan.registration.RegistrationPresenter.RegistrationShown;
import se.samplan.text.Coded;
import se.samplan.text.Texts;

/** The lanes of a case as their reader may know them: the reader's own first, then others with a visible entry. */
final class LaneRedaction {

    /** One lane, as far as the reader may know it. */
    public record LaneShown(
            LaneId lane,
            OrganisationShown organisation,
            Coded branch,
            boolean own,
            List<Shown> shown,
            List<CaseworkerShown> caseworkers,
            List<ReferralShown> referrals,
            List<EnrolmentShown> enrolments,
            List<RegistrationShown> registrations,
            List<PlanShown> plans,
            List<ActivityShown> activities) {

        /** A lane of which only activities are shown. */
        static LaneShown ofActivities(
                LaneId lane,
                OrganisationShown organisation,
                Coded branch,
                List<Shown> shown,
                List<ActivityShown> activities) {
            return new LaneShown(
                    lane,
                    organisation,
                    branch,
                    false,
                    shown,
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    activities);
        }
    }

    private final CaseReading reading;
    private final SortedMap<LaneId, Lane> lanes = new TreeMap<>();
    private final List<Days> days = new ArrayList<>();

    /** The lanes shown, and the days that all their entries take. */
    record Lanes(List<LaneShown> shown, List<Days> days) {}

    /** Collects the visible entries of a lane. */
    private static final class Lane {

        private final Set<Shown> why = new LinkedHashSet<>();
        private final List<CaseworkerShown> caseworkers = new ArrayList<>();
        private final List<ReferralShown> referrals = new ArrayList<>();
        private final List<EnrolmentShown> enrolments = new ArrayList<>();
        private final List<RegistrationShown> registrations = new ArrayList<>();
        private final List<PlanShown> plans = new ArrayList<>();
        private final List<ActivityShown> activities = new ArrayList<>();
    }

    private LaneRedaction(CaseReading reading) {
        this.reading = reading;
    }

    /** The lanes shown to a reading lane. */
    static Lanes of(CaseReading reading, LaneId reader) {
        var redaction = new LaneRedaction(reading);
        redaction.lane(reader);
        redaction.add(ReferralPresenter.present(reading), lane -> lane.referrals);
        redaction.add(EnrolmentPresenter.present(reading), lane -> lane.enrolments);
        redaction.add(RegistrationPresenter.present(reading), lane -> lane.registrations);
        redaction.add(PlanPresenter.present(reading), lane -> lane.plans);
        redaction.add(ActivityPresenter.present(reading), lane -> lane.activities);
        redaction.add(CaseworkerPresenter.present(reading), lane -> lane.caseworkers);
        return new Lanes(redaction.shown(reader), redaction.days);
    }

    private <T extends OnAxis> void add(Stream<LaneEntry<T>> entries, Function<Lane, List<T>> list) {
        entries.forEach(entry -> {
            var lane = lane(entry.lane());
            lane.why.add(entry.why());
            days.add(entry.shown().days());
            list.apply(lane).add(entry.shown());
        });
    }

    private Lane lane(LaneId id) {
        return lanes.computeIfAbsent(id, each -> new Lane());
    }

    private List<LaneShown> shown(LaneId reader) {
        return lanes.entrySet().stream()
                .sorted(Comparator.comparing(each -> !each.getKey().equals(reader)))
                .map(each -> shown(each.getKey(), each.getValue(), each.getKey().equals(reader)))
                .toList();
    }

    private LaneShown shown(LaneId id, Lane lane, boolean own) {
        return new LaneShown(
                id,
                reading.organisation(id.organisation()),
                Texts.of(id.branch()),
                own,
                lane.why.stream()
                        .sorted(Comparator.comparing(why -> why.how().code() + why.groundIds()))
                        .toList(),
                List.copyOf(lane.caseworkers),
                List.copyOf(lane.referrals),
                List.copyOf(lane.enrolments),
                List.copyOf(lane.registrations),
                List.copyOf(lane.plans),
                List.copyOf(lane.activities));
    }
}

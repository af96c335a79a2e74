package se.samplan.plans;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import se.samplan.calendar.SwedishDays;
import se.samplan.casefile.CaseState;
import se.samplan.casefile.OpenedTexts;
import se.samplan.casework.Audience;
import se.samplan.casework.InformationKind;
import se.samplan.casework.LaneId;
import se.samplan.caseworker.AssignmentEntry;
import se.samplan.caseworker.Responsibilities;
import se.samplan.enrolment.EnrolmentEntry;
import se.samplan.organisation.OrganisationId;
import se.samplan.plan.ActivityEntry;
import se.samplan.plan.PlanEntry;
import se.samplan.plans.PlansPage.ActivityShown;
import se.samplan.plans.PlansPage.CaseworkerShown;
import se.samplan.plans.PlansPage.EnrolmentShown;
import se.samplan.plans.PlansPage.LaneShown;
import se.samplan.plans.PlansPage.OrganisationShown;
import se.samplan.plans.PlansPage.PlanShown;
import se.samplan.plans.PlansPage.ReferralShown;
import se.samplan.plans.PlansPage.RegistrationShown;
import se.samplan.plans.PlansPage.Shown;
import se.samplan.referral.ReferralEntry;
import se.samplan.registration.RegistrationEntry;
import se.samplan.text.Texts;

/** Cuts the lanes of a case to what one lane may know of them. */
final class LaneRedaction {

    private final CaseState view;
    private final Reader reader;
    private final EntryPresenter entry;
    private final Function<OrganisationId, OrganisationShown> organisations;
    private final SortedMap<LaneId, Lane> lanes = new TreeMap<>();

    /** A lane as its visible entries come by. */
    private static final class Lane {

        private final Set<Shown> why = new LinkedHashSet<>();
        private final SortedMap<Place, ReferralShown> referrals = new TreeMap<>();
        private final SortedMap<Place, EnrolmentShown> enrolments = new TreeMap<>();
        private final SortedMap<Place, RegistrationShown> registrations = new TreeMap<>();
        private final SortedMap<Place, PlanShown> plans = new TreeMap<>();
        private final SortedMap<Place, ActivityShown> activities = new TreeMap<>();
        private List<CaseworkerShown> caseworkers = List.of();
    }

    /** By day, then by id: an order that tells nothing of what is hidden. */
    record Place(@Nullable LocalDate from, UUID id) implements Comparable<Place> {

        private static final Comparator<Place> ORDER = Comparator.comparing(
                        Place::from, Comparator.nullsLast(Comparator.<LocalDate>naturalOrder()))
                .thenComparing(Place::id);

        @Override
        public int compareTo(Place other) {
            return ORDER.compare(this, other);
        }
    }

    LaneRedaction(
            CaseState view,
            Reader reader,
            OpenedTexts texts,
            Function<OrganisationId, OrganisationShown> organisations) {
        this.view = view;
        this.reader = reader;
        this.organisations = organisations;
        entry = new EntryPresenter(reader.now(), texts, organisations, this::isVisible);
    }

    List<LaneShown> lanes() {
        lane(reader.lane());
        view.all(ReferralEntry.class).forEach(this::referral);
        view.all(EnrolmentEntry.class).forEach(this::enrolment);
        view.all(RegistrationEntry.class).forEach(this::registration);
        view.all(PlanEntry.class).forEach(this::plan);
        view.all(ActivityEntry.class).forEach(this::activity);
        caseworkers();
        return lanes.entrySet().stream()
                .sorted(Comparator.comparing(each -> !each.getKey().equals(reader.lane())))
                .map(each -> shown(each.getKey(), each.getValue()))
                .toList();
    }

    /** Whether the reader may know an entry at all, and it is none in error. */
    boolean isVisible(UUID id) {
        return !view.inError().contains(id) && reader.mayKnow(audience(id));
    }

    /** The lanes of which the reader may know what they added to an entry. */
    Predicate<LaneId> heardOn(UUID id) {
        var audience = audience(id);
        return lane -> audience != null && reader.mayKnow(audience.extendedBy(lane));
    }

    @Nullable
    Audience audience(UUID id) {
        var spoken = view.spoken().get(id);
        return spoken == null ? null : spoken.audience();
    }

    private void referral(ReferralEntry it) {
        var made = it.made();
        if (made != null && isVisible(made.entry())) {
            show(made.lane(), made.entry())
                    .referrals
                    .put(
                            new Place(SwedishDays.of(made.effectiveAt()), made.entry()),
                            entry.referral(it, it.answeredBy(heardOn(made.entry())), made));
        }
    }

    private void enrolment(EnrolmentEntry it) {
        var enrolled = it.enrolled();
        if (enrolled == null) {
            return;
        }
        var audience = Audience.of(enrolled);
        var outcome = audience.of(InformationKind.OUTCOME);
        var began = reader.mayKnow(audience);
        var ended = it.ended() != null && reader.mayKnow(outcome);
        if (began || ended) {
            var from = began ? SwedishDays.of(enrolled.effectiveAt()) : null;
            var lane = lane(enrolled.lane());
            lane.why.add(reader.why(began ? audience : outcome));
            lane.enrolments.put(new Place(from, enrolled.entry()), entry.enrolment(it, enrolled, began, ended));
        }
    }

    private void registration(RegistrationEntry it) {
        var recorded = it.recorded();
        if (recorded != null && isVisible(recorded.entry())) {
            show(LaneId.AGENCY, recorded.entry())
                    .registrations
                    .put(
                            new Place(SwedishDays.of(recorded.effectiveAt()), recorded.entry()),
                            entry.registration(it, recorded));
        }
    }

    private void plan(PlanEntry it) {
        var drafted = it.drafted();
        if (drafted != null && isVisible(drafted.entry())) {
            show(drafted.lane(), drafted.entry())
                    .plans
                    .put(new Place(drafted.from(), drafted.entry()), entry.plan(it, drafted, view.inError()));
        }
    }

    private void activity(ActivityEntry it) {
        var planned = it.planned();
        var schedule = it.schedule();
        if (planned != null && schedule != null && isVisible(planned.entry())) {
            show(planned.owner(), planned.entry())
                    .activities
                    .put(
                            new Place(schedule.value().from(), planned.entry()),
                            entry.activity(it, planned, schedule.value()));
        }
    }

    private void caseworkers() {
        var visible = view.entries().byId().entrySet().stream()
                .filter(each -> each.getValue() instanceof AssignmentEntry && isVisible(each.getKey()))
                .toList();
        visible.forEach(
                each -> ((AssignmentEntry) each.getValue()).turns().forEach(turn -> show(turn.lane(), each.getKey())));
        var responsibilities = Responsibilities.of(
                visible.stream().map(java.util.Map.Entry::getValue).map(AssignmentEntry.class::cast));
        responsibilities
                .byLane()
                .forEach((lane, intervals) -> lane(lane).caseworkers =
                        intervals.stream().map(EntryPresenter::caseworker).toList());
    }

    private Lane show(LaneId of, UUID id) {
        var lane = lane(of);
        var audience = audience(id);
        if (audience != null) {
            lane.why.add(reader.why(audience));
        }
        return lane;
    }

    private Lane lane(LaneId of) {
        return lanes.computeIfAbsent(of, lane -> new Lane());
    }

    private LaneShown shown(LaneId id, Lane lane) {
        return new LaneShown(
                id,
                organisations.apply(id.organisation()),
                Texts.of(id.branch()),
                id.equals(reader.lane()),
                lane.why.stream()
                        .sorted(Comparator.comparing(why -> why.how().code() + why.groundIds()))
                        .toList(),
                lane.caseworkers,
                List.copyOf(lane.referrals.values()),
                List.copyOf(lane.enrolments.values()),
                List.copyOf(lane.registrations.values()),
                List.copyOf(lane.plans.values()),
                List.copyOf(lane.activities.values()));
    }
}

package se.samplan.fold;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import se.samplan.calendar.SwedishDays;
import se.samplan.casework.CaseEvent;
import se.samplan.casework.CaseId;
import se.samplan.casework.CaseOpened;
import se.samplan.casework.EnteredInError;
import se.samplan.casework.ErrorReason;
import se.samplan.casework.GroundId;
import se.samplan.casework.InformationKind;
import se.samplan.casework.LaneId;
import se.samplan.casework.ParticipantId;
import se.samplan.casework.Provenance;
import se.samplan.casework.Sealed;
import se.samplan.casework.Sex;
import se.samplan.caseworker.AssignmentId;
import se.samplan.caseworker.CaseworkerEvent.CaseHandedOver;
import se.samplan.caseworker.CaseworkerEvent.CaseworkerAssigned;
import se.samplan.caseworker.CaseworkerEvent.ResponsibilityEnded;
import se.samplan.clearance.ClearanceCondition;
import se.samplan.clearance.ClearanceEvent.ClearanceDenied;
import se.samplan.clearance.ClearanceEvent.ClearanceGranted;
import se.samplan.clearance.ClearanceEvent.ClearanceOverdue;
import se.samplan.clearance.ClearanceEvent.ClearanceRequested;
import se.samplan.clearance.ClearanceEvent.ClearanceWithdrawn;
import se.samplan.clearance.ClearanceId;
import se.samplan.clearance.DenialReason;
import se.samplan.collision.CollisionEvent;
import se.samplan.collision.CollisionEvent.CollisionAccepted;
import se.samplan.collision.CollisionEvent.CollisionFound;
import se.samplan.collision.CollisionEvent.CollisionResolved;
import se.samplan.collision.CollisionId;
import se.samplan.collision.CollisionKind;
import se.samplan.collision.Resolution;
import se.samplan.consent.ConsentEvent.ConsentRecorded;
import se.samplan.consent.ConsentEvent.ConsentWithdrawn;
import se.samplan.consent.ConsentForm;
import se.samplan.consent.ConsentPurpose;
import se.samplan.enrolment.EnrolmentEvent.EnrolmentEnded;
import se.samplan.enrolment.EnrolmentEvent.ParticipantEnrolled;
import se.samplan.enrolment.EnrolmentForm;
import se.samplan.enrolment.EnrolmentId;
import se.samplan.enrolment.Outcome;
import se.samplan.organisation.OrganisationId;
import se.samplan.organisation.StaffId;
import se.samplan.plan.ActivityEvent.ActivityCompleted;
import se.samplan.plan.ActivityEvent.ActivityInterrupted;
import se.samplan.plan.ActivityEvent.ActivityPlanned;
import se.samplan.plan.ActivityEvent.ActivityRescheduled;
import se.samplan.plan.ActivityEvent.ActivityStarted;
import se.samplan.plan.ActivityId;
import se.samplan.plan.ActivityKind;
import se.samplan.plan.GoalId;
import se.samplan.plan.GoalKind;
import se.samplan.plan.GoalResult;
import se.samplan.plan.InterruptionReason;
import se.samplan.plan.PlanEvent.GoalAchieved;
import se.samplan.plan.PlanEvent.GoalAdded;
import se.samplan.plan.PlanEvent.PlanAgreed;
import se.samplan.plan.PlanEvent.PlanDrafted;
import se.samplan.plan.PlanId;
import se.samplan.referral.DeclineReason;
import se.samplan.referral.Education;
import se.samplan.referral.ReferralEvent.ReferralAccepted;
import se.samplan.referral.ReferralEvent.ReferralDeclined;
import se.samplan.referral.ReferralEvent.ReferralMade;
import se.samplan.referral.ReferralEvent.ReferralOverdue;
import se.samplan.referral.ReferralEvent.ReferralWithdrawn;
import se.samplan.referral.ReferralId;
import se.samplan.referral.ReferralSource;
import se.samplan.referral.SocialAssistance;
import se.samplan.referral.TargetGroup;
import se.samplan.referral.WithdrawalReason;
import se.samplan.registration.DeregistrationReason;
import se.samplan.registration.RegistrationChannel;
import se.samplan.registration.RegistrationEvent.DeregistrationRecorded;
import se.samplan.registration.RegistrationEvent.RegistrationRecorded;
import se.samplan.registration.RegistrationId;
import se.samplan.registration.Routing;
import se.samplan.store.RecordedEvent;
import se.samplan.subsidy.EmployerId;
import se.samplan.subsidy.Scheme;
import se.samplan.subsidy.SubsidyEvent.SubsidyApprovalProposed;
import se.samplan.subsidy.SubsidyEvent.SubsidyApproved;
import se.samplan.subsidy.SubsidyEvent.SubsidyDecisionRequested;
import se.samplan.subsidy.SubsidyEvent.SubsidyRefused;
import se.samplan.subsidy.SubsidyEvent.SubsidyRequestWithdrawn;
import se.samplan.subsidy.SubsidyEvent.SubsidyWindowLapsed;
import se.samplan.subsidy.SubsidyRefusalReason;
import se.samplan.subsidy.SubsidyRequestId;

/** Random histories of cases that could have happened: late entries, corrections, lapses, withdrawn consents. */
public final class Histories {

    public static final LaneId LABOUR_MARKET = LaneId.of("1481:LABOUR_MARKET");
    public static final LaneId SOCIAL_SERVICES = LaneId.of("1481:SOCIAL_SERVICES");
    private static final List<LaneId> LANES = List.of(LABOUR_MARKET, SOCIAL_SERVICES, LaneId.AGENCY);

    private final Random random;
    private final UUID stream;
    private final List<RecordedEvent> events = new ArrayList<>();
    private final List<Opened> entries = new ArrayList<>();
    private Instant now = Instant.parse("2021-11-20T08:00:00Z");

    /**
     * An entry that later events can go on with: each gives the next event at a time not before {@code at}.
     *
     * @param entered whether somebody entered it, who may correct it: collisions are found
     */
    private record Opened(UUID id, LaneId lane, Instant at, boolean entered, List<Step> next) {}

    private interface Step extends BiFunction<Instant, Random, CaseEvent> {}

    private Histories(long seed) {
        random = new Random(seed);
        stream = uuid();
    }

    /** The history of one case, in recorded order; the same seed gives the same one. */
    public static List<RecordedEvent> of(long seed, int length) {
        var histories = new Histories(seed);
        histories.record(new CaseOpened(
                new CaseId(histories.stream),
                new ParticipantId(histories.uuid()),
                histories.any(LANES),
                histories.any(Sex.values()),
                1950 + histories.random.nextInt(55),
                histories.now));
        while (histories.events.size() < length) {
            histories.step();
        }
        return List.copyOf(histories.events);
    }

    /** The same events in the order in which they took effect. */
    public static List<RecordedEvent> inEffectiveOrder(List<RecordedEvent> recorded) {
        return recorded.stream()
                .sorted(Comparator.comparing((RecordedEvent event) -> ((CaseEvent) event.event()).effectiveAt())
                        .thenComparing(RecordedEvent::globalIndex))
                .toList();
    }

    private void step() {
        now = now.plus(Duration.ofHours(1 + random.nextInt(200)));
        if (entries.isEmpty() || random.nextInt(5) < 2) {
            open();
        } else {
            resume(any(entries));
        }
    }

    private void resume(Opened entry) {
        var at = between(entry.at());
        if (random.nextInt(14) == 0 && entry.entered()) {
            record(new EnteredInError(entry.id(), entry.lane(), any(ErrorReason.values()), null, at));
            entries.remove(entry);
        } else {
            record(any(entry.next()).apply(at, random));
        }
    }

    private void open() {
        var at = between(now.minus(Duration.ofDays(400)));
        var day = SwedishDays.of(at);
        var lane = any(LANES);
        switch (random.nextInt(10)) {
            case 0 -> referral(at, day);
            case 1 -> enrolment(at);
            case 2 -> assignment(at, lane);
            case 3 -> registration(at);
            case 4 -> consent(at, lane);
            case 5 -> plan(at, day, lane);
            case 6 -> activity(at, day, lane);
            case 7 -> collision(at, day, lane);
            case 8 -> clearance(at, day);
            default -> subsidy(at, day);
        }
    }

    private void referral(Instant at, LocalDate day) {
        var id = new ReferralId(uuid());
        var due = day.plusDays(14);
        record(new ReferralMade(
                id,
                SOCIAL_SERVICES,
                LABOUR_MARKET,
                any(ReferralSource.values()),
                null,
                any(TargetGroup.values()),
                any(SocialAssistance.values()),
                random.nextBoolean() ? null : day.minusDays(random.nextInt(1000)),
                any(Education.values()),
                null,
                text(),
                due,
                at));
        entry(
                id.value(),
                SOCIAL_SERVICES,
                at,
                (when, r) -> new ReferralAccepted(id, LABOUR_MARKET, when),
                (when, r) -> new ReferralDeclined(id, LABOUR_MARKET, any(DeclineReason.values()), null, when),
                (when, r) -> new ReferralWithdrawn(id, SOCIAL_SERVICES, any(WithdrawalReason.values()), null, when),
                (when, r) -> new ReferralOverdue(id, SOCIAL_SERVICES, ending(due)));
    }

    private void enrolment(Instant at) {
        var id = new EnrolmentId(uuid());
        record(new ParticipantEnrolled(id, LABOUR_MARKET, null, any(EnrolmentForm.values()), null, at));
        entry(
                id.value(),
                LABOUR_MARKET,
                at,
                (when, r) -> new EnrolmentEnded(id, LABOUR_MARKET, any(Outcome.values()), List.of(), null, null, when));
    }

    private void assignment(Instant at, LaneId lane) {
        var id = new AssignmentId(uuid());
        record(new CaseworkerAssigned(id, lane, new StaffId(uuid()), at));
        entry(
                id.value(),
                lane,
                at,
                (when, r) -> new ResponsibilityEnded(id, lane, when),
                (when, r) -> new CaseHandedOver(
                        new AssignmentId(uuid()), lane, new StaffId(uuid()), new StaffId(uuid()), text(), when));
    }

    private void registration(Instant at) {
        var id = new RegistrationId(uuid());
        record(new RegistrationRecorded(
                id,
                LaneId.AGENCY,
                new OrganisationId("AF-1481"),
                any(RegistrationChannel.values()),
                any(Routing.values()),
                "B",
                "2.1",
                Provenance.OWN,
                null,
                at));
        entry(
                id.value(),
                LaneId.AGENCY,
                at,
                (when, r) ->
                        new DeregistrationRecorded(id, LaneId.AGENCY, any(DeregistrationReason.values()), null, when));
    }

    private void consent(Instant at, LaneId lane) {
        var id = new GroundId(uuid());
        var parties = LANES.subList(0, 2 + random.nextInt(2));
        record(new ConsentRecorded(
                id,
                lane,
                new TreeSet<>(parties),
                new TreeSet<>(List.of(any(InformationKind.values()), InformationKind.ACTIVITIES)),
                any(ConsentPurpose.values()),
                any(ConsentForm.values()),
                null,
                at,
                random.nextBoolean() ? null : at.plus(Duration.ofDays(100)),
                at));
        entry(id.value(), lane, at, (when, r) -> new ConsentWithdrawn(id, any(parties), when));
    }

    private void plan(Instant at, LocalDate day, LaneId lane) {
        var id = new PlanId(uuid());
        var goal = new GoalId(uuid());
        record(new PlanDrafted(id, lane, day, null, text(), at));
        record(new GoalAdded(id, goal, lane, any(GoalKind.values()), 25, null, null, between(at)));
        var added = ((CaseEvent) events.getLast().event()).effectiveAt();
        entry(
                id.value(),
                lane,
                added,
                (when, r) -> new PlanAgreed(id, lane, when),
                (when, r) -> new GoalAchieved(id, goal, lane, any(GoalResult.values()), when),
                (when, r) -> new GoalAdded(
                        id, new GoalId(uuid()), lane, any(GoalKind.values()), null, day.plusDays(90), text(), when));
    }

    private void activity(Instant at, LocalDate day, LaneId lane) {
        var id = new ActivityId(uuid());
        record(new ActivityPlanned(
                id,
                lane,
                lane,
                null,
                any(ActivityKind.values()),
                day.plusDays(random.nextInt(30)),
                random.nextBoolean() ? null : day.plusDays(90),
                new BigDecimal("12.50"),
                null,
                random.nextBoolean(),
                lane.equals(LaneId.AGENCY) ? new OrganisationId("P-KOMPETENS") : null,
                Provenance.OWN,
                null,
                text(),
                at));
        entry(
                id.value(),
                lane,
                at,
                (when, r) -> new ActivityStarted(id, lane, r.nextBoolean(), null, when),
                (when, r) -> new ActivityCompleted(id, lane, when),
                (when, r) -> new ActivityInterrupted(id, lane, any(InterruptionReason.values()), null, when),
                (when, r) -> new ActivityRescheduled(
                        id, lane, day.plusDays(r.nextInt(60)), null, BigDecimal.valueOf(r.nextInt(40)), when));
    }

    private void collision(Instant at, LocalDate day, LaneId lane) {
        var id = new CollisionId(uuid());
        var with = any(LANES);
        record(new CollisionFound(
                id,
                lane,
                with,
                any(CollisionKind.values()),
                new ActivityId(uuid()),
                new ActivityId(uuid()),
                day,
                null,
                new BigDecimal("45"),
                at));
        entry(
                id.value(),
                lane,
                at,
                (when, r) -> new CollisionAccepted(id, lane, with, new Sealed(uuid(), "c2VhbGVk"), when),
                (when, r) -> new CollisionResolved(id, lane, with, any(Resolution.values()), when));
    }

    private void clearance(Instant at, LocalDate day) {
        var id = new ClearanceId(uuid());
        var due = day.plusDays(10);
        record(new ClearanceRequested(id, LABOUR_MARKET, LaneId.AGENCY, new ActivityId(uuid()), text(), due, at));
        entry(
                id.value(),
                LABOUR_MARKET,
                at,
                (when, r) -> new ClearanceGranted(
                        id,
                        LaneId.AGENCY,
                        new TreeSet<>(Set.of(any(ClearanceCondition.values()))),
                        null,
                        day.plusDays(60),
                        when),
                (when, r) -> new ClearanceDenied(id, LaneId.AGENCY, any(DenialReason.values()), null, when),
                (when, r) -> new ClearanceWithdrawn(id, r.nextBoolean() ? LaneId.AGENCY : LABOUR_MARKET, null, when),
                (when, r) -> new ClearanceOverdue(id, LABOUR_MARKET, ending(due)));
    }

    private void subsidy(Instant at, LocalDate day) {
        var id = new SubsidyRequestId(uuid());
        var closes = day.plusDays(20);
        var from = day.plusDays(30);
        record(new SubsidyDecisionRequested(
                id,
                LABOUR_MARKET,
                LaneId.AGENCY,
                any(Scheme.values()),
                new EmployerId("5560000001"),
                text(),
                75,
                from,
                closes,
                at));
        entry(
                id.value(),
                LABOUR_MARKET,
                at,
                (when, r) -> new SubsidyApprovalProposed(
                        id, LaneId.AGENCY, 1 + r.nextInt(100), from, from.plusDays(365), when),
                (when, r) -> new SubsidyApproved(id, LaneId.AGENCY, 1 + r.nextInt(100), from, from.plusDays(365), when),
                (when, r) -> new SubsidyRefused(id, LaneId.AGENCY, any(SubsidyRefusalReason.values()), null, when),
                (when, r) -> new SubsidyRequestWithdrawn(id, LABOUR_MARKET, null, when),
                (when, r) -> new SubsidyWindowLapsed(id, LABOUR_MARKET, ending(closes)));
    }

    private void entry(UUID id, LaneId lane, Instant at, Step... next) {
        entries.add(new Opened(id, lane, at, !(events.getLast().event() instanceof CollisionEvent), List.of(next)));
    }

    private void record(CaseEvent event) {
        var sequence = events.size();
        events.add(new RecordedEvent(
                1000 + 3L * sequence,
                stream,
                sequence,
                event.getClass().getSimpleName(),
                now,
                Map.of("actor", stream.toString()),
                event));
    }

    private static Instant ending(LocalDate lastDay) {
        return lastDay.plusDays(1)
                .atStartOfDay(SwedishDays.STOCKHOLM)
                .toInstant()
                .minusNanos(1000);
    }

    /** A moment from then to now, often the very first, so that moments coincide. */
    private Instant between(Instant from) {
        var seconds = Math.max(0, Duration.between(from, now).toSeconds());
        return random.nextInt(3) == 0 || seconds == 0 ? from : from.plusSeconds(random.nextLong(seconds));
    }

    private @Nullable Sealed text() {
        return random.nextBoolean() ? null : new Sealed(uuid(), "c2VhbGVk");
    }

    private UUID uuid() {
        return new UUID(random.nextLong(), random.nextLong());
    }

    private <T> T any(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private <T> T any(T[] of) {
        return of[random.nextInt(of.length)];
    }
}

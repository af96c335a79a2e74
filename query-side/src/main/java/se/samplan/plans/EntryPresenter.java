package se.samplan.plans;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.samplan.calendar.SwedishDays;
import se.samplan.casefile.OpenedTexts;
import se.samplan.caseworker.Responsibilities.Interval;
import se.samplan.enrolment.EnrolmentEntry;
import se.samplan.enrolment.EnrolmentEvent.ParticipantEnrolled;
import se.samplan.fold.FactTime;
import se.samplan.fold.LatestFact;
import se.samplan.organisation.OrganisationId;
import se.samplan.plan.ActivityEntry;
import se.samplan.plan.ActivityEvent.ActivityPlanned;
import se.samplan.plan.ActivityState;
import se.samplan.plan.GoalEntry;
import se.samplan.plan.PlanEntry;
import se.samplan.plan.PlanEvent.GoalAdded;
import se.samplan.plan.PlanEvent.PlanDrafted;
import se.samplan.plans.PlansPage.ActivityShown;
import se.samplan.plans.PlansPage.CaseworkerShown;
import se.samplan.plans.PlansPage.EnrolmentShown;
import se.samplan.plans.PlansPage.GoalShown;
import se.samplan.plans.PlansPage.OrganisationShown;
import se.samplan.plans.PlansPage.PlanShown;
import se.samplan.plans.PlansPage.ReferralShown;
import se.samplan.plans.PlansPage.RegistrationShown;
import se.samplan.referral.ReferralEntry;
import se.samplan.referral.ReferralEvent.ReferralMade;
import se.samplan.referral.ReferralState;
import se.samplan.registration.RegistrationEntry;
import se.samplan.registration.RegistrationEvent.RegistrationRecorded;
import se.samplan.text.Texts;

/** How a single entry of a lane is shown to those who may know it. */
record EntryPresenter(
        Instant now,
        OpenedTexts texts,
        Function<OrganisationId, OrganisationShown> organisations,
        Predicate<UUID> isVisible) {

    static CaseworkerShown caseworker(Interval interval) {
        var to = interval.to();
        return new CaseworkerShown(
                interval.caseworker(), SwedishDays.of(interval.from()), to == null ? null : SwedishDays.of(to));
    }

    /** @param known the referral without what its reader may not know */
    ReferralShown referral(ReferralEntry it, ReferralEntry known, ReferralMade made) {
        var answer = known.answer();
        var overdue = answer == null && SwedishDays.of(now).isAfter(made.respondBy());
        // One that is answered never lapses: without the answer it has by the clock.
        var state = overdue && it.isAnswered() ? ReferralState.OVERDUE : known.state();
        return new ReferralShown(
                made.entry(),
                made.to(),
                Texts.of(made.source()),
                Texts.ofNullable(made.otherSource()),
                Texts.of(made.targetGroup()),
                Texts.of(made.socialAssistance()),
                made.withoutWorkSince(),
                Texts.of(made.education()),
                Texts.ofNullable(made.desiredOutcome()),
                texts.of(made, ReferralMade.REASON),
                SwedishDays.of(made.effectiveAt()),
                made.respondBy(),
                Texts.of(state),
                answer == null
                        ? null
                        : Texts.ofNullable(
                                answer.value().declined() != null
                                        ? answer.value().declined()
                                        : answer.value().withdrawn()),
                day(answer),
                overdue);
    }

    EnrolmentShown enrolment(EnrolmentEntry it, ParticipantEnrolled enrolled, boolean began, boolean showEnd) {
        var ended = showEnd ? it.ended() : null;
        return new EnrolmentShown(
                enrolled.entry(),
                began ? Texts.of(enrolled.form()) : null,
                began ? enrolled.unit() : null,
                began ? SwedishDays.of(enrolled.effectiveAt()) : null,
                day(ended),
                ended == null ? null : Texts.of(ended.value()));
    }

    RegistrationShown registration(RegistrationEntry it, RegistrationRecorded recorded) {
        var ended = it.ended();
        return new RegistrationShown(
                recorded.entry(),
                organisations.apply(recorded.office()),
                Texts.of(recorded.channel()),
                Texts.of(recorded.routing()),
                recorded.profilingGroup(),
                recorded.profilingToolVersion(),
                Texts.of(recorded.provenance()),
                recorded.lane(),
                SwedishDays.of(recorded.effectiveAt()),
                day(ended),
                ended == null ? null : Texts.of(ended.value()));
    }

    PlanShown plan(PlanEntry it, PlanDrafted drafted, Set<UUID> inError) {
        return new PlanShown(
                drafted.entry(),
                Texts.of(it.state()),
                drafted.from(),
                drafted.to(),
                day(it.agreed()),
                texts.of(drafted, PlanDrafted.SUMMARY),
                it.goals().except(inError).flatMap(this::goal).toList());
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
                        texts.of(added, GoalAdded.DESCRIPTION),
                        achieved == null ? null : Texts.of(achieved.value()),
                        day(achieved)));
    }

    ActivityShown activity(ActivityEntry it, ActivityPlanned planned, ActivityEntry.Schedule schedule) {
        var runBy = planned.runBy();
        var plan = planned.planId();
        var started = it.started();
        var ended = it.isOpen() ? null : it.ended();
        return new ActivityShown(
                planned.entry(),
                Texts.of(planned.kind()),
                Texts.of(it.state()),
                schedule.from(),
                schedule.to(),
                schedule.hoursPerWeek(),
                planned.otherCount(),
                planned.atWorkplace(),
                runBy == null ? null : organisations.apply(runBy),
                Texts.of(planned.provenance()),
                planned.lane(),
                plan != null && isVisible.test(plan.value()) ? plan.value() : null,
                day(started),
                started == null ? null : started.value().withoutClearance(),
                day(ended),
                ended == null || it.state() != ActivityState.INTERRUPTED
                        ? null
                        : Texts.ofNullable(ended.value().reason()),
                texts.of(planned, ActivityPlanned.DESCRIPTION));
    }

    private static @Nullable LocalDate day(@Nullable LatestFact<?> fact) {
        return fact == null ? null : day(fact.when());
    }

    private static @Nullable LocalDate day(@Nullable FactTime when) {
        return when == null ? null : SwedishDays.of(when.effectiveAt());
    }
}

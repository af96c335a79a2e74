package se.samplan.plans;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.samplan.calendar.SwedishDays;
import se.samplan.casefile.CaseState;
import se.samplan.casefile.OpenedTexts;
import se.samplan.clearance.ClearanceEntry;
import se.samplan.clearance.ClearanceEvent.ClearanceRequested;
import se.samplan.clearance.ClearanceState;
import se.samplan.collision.CollisionEntry;
import se.samplan.consent.ConsentEntry;
import se.samplan.plans.PlansPage.ClearanceShown;
import se.samplan.plans.PlansPage.CollisionShown;
import se.samplan.plans.PlansPage.ConsentShown;
import se.samplan.plans.PlansPage.GrantShown;
import se.samplan.plans.PlansPage.SubsidyShown;
import se.samplan.subsidy.SubsidyEntry;
import se.samplan.subsidy.SubsidyEvent.SubsidyDecisionRequested;
import se.samplan.subsidy.SubsidyState;
import se.samplan.text.Texts;

/** Cuts what stands between the lanes of a case to what one lane may know of it. */
final class BetweenLanesRedaction {

    private final CaseState view;
    private final Reader reader;
    private final OpenedTexts texts;
    private final LaneRedaction laneRedaction;
    private final LocalDate today;

    BetweenLanesRedaction(CaseState view, Reader reader, OpenedTexts texts, LaneRedaction laneRedaction) {
        this.view = view;
        this.reader = reader;
        this.texts = texts;
        this.laneRedaction = laneRedaction;
        today = SwedishDays.of(reader.now());
    }

    List<CollisionShown> collisions() {
        return view.all(CollisionEntry.class)
                .flatMap(this::collision)
                .sorted(Comparator.comparing(CollisionShown::from).thenComparing(CollisionShown::collisionId))
                .toList();
    }

    List<ClearanceShown> clearances() {
        return view.all(ClearanceEntry.class)
                .flatMap(this::clearance)
                .sorted(Comparator.comparing(ClearanceShown::requestedOn).thenComparing(ClearanceShown::clearanceId))
                .toList();
    }

    List<SubsidyShown> subsidies() {
        return view.all(SubsidyEntry.class)
                .flatMap(this::subsidy)
                .sorted(Comparator.comparing(SubsidyShown::requestedOn).thenComparing(SubsidyShown::subsidyRequestId))
                .toList();
    }

    List<ConsentShown> consents() {
        return view.all(ConsentEntry.class)
                .flatMap(this::consent)
                .sorted(Comparator.comparing(ConsentShown::validFrom).thenComparing(ConsentShown::groundId))
                .toList();
    }

    private Stream<CollisionShown> collision(CollisionEntry it) {
        var found = it.found();
        if (found == null || !laneRedaction.isVisible(found.entry())) {
            return Stream.empty();
        }
        var resolved = it.resolved();
        return Stream.of(new CollisionShown(
                found.entry(),
                Texts.of(found.kind()),
                Texts.of(it.standing()),
                found.lane(),
                found.with(),
                found.activity().value(),
                found.other().value(),
                found.from(),
                found.to(),
                found.hoursPerWeek(),
                resolved == null ? null : Texts.of(resolved.value())));
    }

    private Stream<ClearanceShown> clearance(ClearanceEntry it) {
        var made = it.requested();
        if (made == null || !laneRedaction.isVisible(made.entry())) {
            return Stream.empty();
        }
        var known = it.answeredBy(laneRedaction.heardOn(made.entry()));
        var answer = known.answer();
        var overdue = answer == null && today.isAfter(made.respondBy());
        // One that is answered never lapses: without the answer it has by the clock.
        var state = overdue && it.isAnswered() ? ClearanceState.OVERDUE : known.state();
        var answeredOn = answer == null ? null : SwedishDays.of(answer.when().effectiveAt());
        var activity = made.activityId().value();
        return Stream.of(new ClearanceShown(
                made.entry(),
                made.lane(),
                made.to(),
                laneRedaction.isVisible(activity) ? activity : null,
                Texts.of(state),
                SwedishDays.of(made.effectiveAt()),
                made.respondBy(),
                overdue,
                answeredOn,
                answeredOn != null && answeredOn.isAfter(made.respondBy()),
                answer == null ? List.of() : Texts.ofAll(answer.value().conditions()),
                answer == null ? null : answer.value().until(),
                answer == null ? null : Texts.ofNullable(answer.value().denied()),
                texts.of(made, ClearanceRequested.MESSAGE)));
    }

    private Stream<SubsidyShown> subsidy(SubsidyEntry it) {
        var made = it.requested();
        if (made == null || !laneRedaction.isVisible(made.entry())) {
            return Stream.empty();
        }
        var known = it.answeredBy(laneRedaction.heardOn(made.entry()));
        var decision = known.decision();
        var proposed = known.proposed();
        var over = today.isAfter(made.windowClosesOn());
        // One that is decided never lapses: without the decision it has by the clock.
        var lapsed = over && known.isOpen() && !it.isOpen();
        return Stream.of(new SubsidyShown(
                made.entry(),
                made.lane(),
                made.to(),
                Texts.of(made.scheme()),
                made.employer().value(),
                texts.of(made, SubsidyDecisionRequested.POSITION),
                made.extentPercent(),
                made.wantedStart(),
                made.windowClosesOn(),
                Texts.of(lapsed ? SubsidyState.LAPSED : known.state()),
                SwedishDays.of(made.effectiveAt()),
                known.isOpen() && over && !lapsed,
                decision == null ? null : SwedishDays.of(decision.when().effectiveAt()),
                decision != null || proposed == null
                        ? null
                        : grant(proposed.value().grant()),
                decision == null ? null : grant(decision.value().grant()),
                decision == null ? null : Texts.ofNullable(decision.value().refused())));
    }

    private static @Nullable GrantShown grant(SubsidyEntry.@Nullable Grant grant) {
        return grant == null ? null : new GrantShown(grant.levelPercent(), grant.from(), grant.to());
    }

    private Stream<ConsentShown> consent(ConsentEntry it) {
        var recorded = it.recorded();
        if (recorded == null || !laneRedaction.isVisible(recorded.entry())) {
            return Stream.empty();
        }
        var known = it.answeredBy(laneRedaction.heardOn(recorded.entry()));
        var withdrawn = known.withdrawn();
        return Stream.of(new ConsentShown(
                recorded.entry(),
                List.copyOf(recorded.parties()),
                Texts.ofAll(recorded.kinds()),
                Texts.of(recorded.purpose()),
                Texts.of(recorded.form()),
                recorded.validFrom(),
                recorded.validTo(),
                Texts.of(known.stateAt(reader.now(), recorded)),
                withdrawn == null ? null : withdrawn.when().effectiveAt()));
    }
}

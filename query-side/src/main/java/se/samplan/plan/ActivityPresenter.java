package se.samplan.plan;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.samplan.casefile.CaseReading;
import se.samplan.casefile.LaneEntry;
import se.samplan.casefile.OnAxis;
import se.samplan.casefile.OrganisationShown;
import se.samplan.casefile.Shown;
import se.samplan.casefile.VisibilityReason;
import se.samplan.casework.LaneId;
import se.samplan.casework.Provenance;
import se.samplan.fold.LatestFact;
import se.samplan.plan.ActivityEntry.Schedule;
import se.samplan.plan.ActivityEvent.ActivityPlanned;
import se.samplan.text.Coded;
import se.samplan.text.Texts;

/** Shows a case's activities to the lanes that may know them, and to the provider that runs them. */
public final class ActivityPresenter {

    /**
     * An activity.
     *
     * @param startedWithoutClearance null if it has not started
     */
    public record ActivityShown(
            UUID activityId,
            Coded kind,
            Coded state,
            LocalDate from,
            @Nullable LocalDate to,
            BigDecimal hoursPerWeek,
            @Nullable BigDecimal otherCount,
            boolean atWorkplace,
            @Nullable OrganisationShown runBy,
            Coded provenance,
            LaneId enteredBy,
            @Nullable UUID planId,
            @Nullable LocalDate startedOn,
            @Nullable Boolean startedWithoutClearance,
            @Nullable LocalDate endedOn,
            @Nullable Coded interruptionReason,
            @Nullable String description)
            implements OnAxis {

        @Override
        public Days days() {
            return new Days(from, endedOn != null ? endedOn : to);
        }
    }

    private final CaseReading reading;

    private ActivityPresenter(CaseReading reading) {
        this.reading = reading;
    }

    public static Stream<LaneEntry<ActivityShown>> present(CaseReading reading) {
        return reading.all(ActivityEntry.class)
                .flatMap(new ActivityPresenter(reading)::visible)
                .sorted(LaneEntry.BY_DAY);
    }

    /** The measures that a provider runs: kind, days, hours and state. */
    public static Stream<LaneEntry<ActivityShown>> presentTo(
            OrganisationShown provider, Stream<ActivityEntry> activities) {
        return activities.flatMap(entry -> runBy(provider, entry)).sorted(LaneEntry.BY_DAY);
    }

    private Stream<LaneEntry<ActivityShown>> visible(ActivityEntry entry) {
        var planned = entry.planned();
        var schedule = entry.schedule();
        if (planned == null || schedule == null || !reading.isVisible(planned.entry())) {
            return Stream.empty();
        }
        return Stream.of(new LaneEntry<>(
                planned.owner(),
                schedule.value().from(),
                planned.entry(),
                reading.why(planned.entry()),
                shown(entry, planned, schedule.value())));
    }

    private ActivityShown shown(ActivityEntry entry, ActivityPlanned planned, Schedule schedule) {
        var runBy = planned.runBy();
        var plan = planned.planId();
        var started = entry.started();
        var ended = entry.isOpen() ? null : entry.ended();
        return new ActivityShown(
                planned.entry(),
                Texts.of(planned.kind()),
                Texts.of(entry.state()),
                schedule.from(),
                schedule.to(),
                schedule.hoursPerWeek(),
                planned.otherCount(),
                planned.atWorkplace(),
                runBy == null ? null : reading.organisation(runBy),
                Texts.of(planned.provenance()),
                planned.lane(),
                plan != null && reading.isVisible(plan.value()) ? plan.value() : null,
                LatestFact.day(started),
                started == null || !reading.knowsOfAgencyActivities(planned.lane())
                        ? null
                        : started.value().withoutClearance(),
                LatestFact.day(ended),
                ended == null || entry.state() != ActivityState.INTERRUPTED
                        ? null
                        : Texts.ofNullable(ended.value().reason()),
                reading.text(planned, ActivityPlanned.DESCRIPTION));
    }

    private static Stream<LaneEntry<ActivityShown>> runBy(OrganisationShown provider, ActivityEntry entry) {
        var planned = entry.planned();
        var schedule = entry.schedule();
        // What another lane was informed of is that lane's knowledge, not the provider's.
        if (planned == null
                || schedule == null
                || !provider.organisationId().equals(planned.runBy())
                || planned.provenance() != Provenance.OWN) {
            return Stream.empty();
        }
        var shown = new ActivityShown(
                planned.entry(),
                Texts.of(planned.kind()),
                Texts.of(entry.state()),
                schedule.value().from(),
                schedule.value().to(),
                schedule.value().hoursPerWeek(),
                null,
                planned.atWorkplace(),
                provider,
                Texts.of(planned.provenance()),
                planned.lane(),
                null,
                null,
                null,
                null,
                null,
                null);
        var why = new Shown(Texts.of(VisibilityReason.RUN_BY), List.of());
        return Stream.of(new LaneEntry<>(planned.owner(), schedule.value().from(), planned.entry(), why, shown));
    }
}

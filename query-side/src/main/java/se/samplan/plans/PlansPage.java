package se.samplan.plans;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.samplan.casefile.OnAxis.Days;
import se.samplan.casefile.OrganisationShown;
import se.samplan.casework.LaneId;
import se.samplan.casework.ParticipantId;
import se.samplan.clearance.ClearancePresenter.ClearanceShown;
import se.samplan.collision.CollisionPresenter.CollisionShown;
import se.samplan.consent.ConsentPresenter.ConsentShown;
import se.samplan.plans.LaneRedaction.LaneShown;
import se.samplan.subsidy.SubsidyPresenter.SubsidyShown;
import se.samplan.text.Coded;

/**
 * A participant's parallel plans as far as one reader may know them: all lanes on one time axis, and what is between
 * them. Days are local (Europe/Stockholm) and inclusive; an unknown or open day is null.
 */
public record PlansPage(
        ParticipantId participantId,
        UUID caseId,
        @Nullable Coded sex,
        AsKnownTo asKnownTo,
        Axis axis,
        List<LaneShown> lanes,
        List<CollisionShown> collisions,
        List<ClearanceShown> clearances,
        List<SubsidyShown> subsidyRequests,
        List<ConsentShown> consents) {

    /** Whose view this is. */
    public record AsKnownTo(@Nullable LaneId lane, OrganisationShown organisation, Coded role) {}

    /**
     * From the first to the last of the days that everything shown takes.
     *
     * @param openEnded whether something has no last day
     */
    public record Axis(@Nullable LocalDate from, @Nullable LocalDate to, boolean openEnded) {

        static Axis of(List<Days> days) {
            var taken = days.stream().filter(each -> !each.isNone()).toList();
            var from = taken.stream().map(Days::from).filter(Objects::nonNull).min(Comparator.naturalOrder());
            var to = taken.stream()
                    .map(each -> each.to() != null ? each.to() : each.from())
                    .filter(Objects::nonNull)
                    .max(Comparator.naturalOrder());
            return new Axis(from.orElse(null), to.orElse(null), taken.stream().anyMatch(each -> each.to() == null));
        }
    }
}

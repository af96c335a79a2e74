package se.samplan.casefile;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.samplan.calendar.SwedishDays;
import se.samplan.casework.Audience;
import se.samplan.casework.CaseEvent;
import se.samplan.casework.ComputedFrom;
import se.samplan.casework.LaneId;
import se.samplan.casework.SealedText;
import se.samplan.fold.CaseEntry;
import se.samplan.organisation.OrganisationId;

/** One read of a case: its state, what the reader may know of it, and the texts and names to show. */
public final class CaseReading {

    private final CaseState state;
    private final Visibility visibility;
    private final OpenedTexts texts;
    private final Function<OrganisationId, OrganisationShown> organisations;

    public CaseReading(
            CaseState state,
            Visibility visibility,
            OpenedTexts texts,
            Function<OrganisationId, OrganisationShown> organisations) {
        this.state = state;
        this.visibility = visibility;
        this.texts = texts;
        this.organisations = organisations;
    }

    /** All entries of a kind, visible or not, except those entered in error. */
    public <E extends CaseEntry> Stream<E> all(Class<E> kind) {
        return state.all(kind);
    }

    /** The visible entries of a kind by id. */
    public <E extends CaseEntry> SortedMap<UUID, E> visible(Class<E> kind) {
        var visible = new TreeMap<UUID, E>();
        state.entries().byId().forEach((id, entry) -> {
            if (kind.isInstance(entry) && isVisible(id)) {
                visible.put(id, kind.cast(entry));
            }
        });
        return visible;
    }

    /** Whether the reader may know of the entry, and it was not entered in error. */
    public boolean isVisible(UUID entry) {
        return !isInError(entry) && visibility.includes(audience(entry));
    }

    public boolean isInError(UUID entry) {
        return state.inError().contains(entry);
    }

    /** Whether the reader belongs to this audience. */
    public boolean includes(Audience audience) {
        return visibility.includes(audience);
    }

    /** Whether the reader may know what the agency's measures have to do with an entry of a lane. */
    public boolean knowsOfAgencyActivities(LaneId by) {
        return visibility.includes(ComputedFrom.Source.AGENCY_ACTIVITIES, by, () -> false);
    }

    /** Matches the lanes whose additions to an entry the reader may know. */
    public Predicate<LaneId> answerersOf(UUID entry) {
        var audience = audience(entry);
        return lane -> audience != null && visibility.includes(audience.extendedBy(lane));
    }

    /** Why a visible entry is shown. */
    public Shown why(UUID entry) {
        return why(Objects.requireNonNull(audience(entry)));
    }

    public Shown why(Audience audience) {
        return visibility.why(audience);
    }

    /** A text of an event; null if it has none, or if it was erased. */
    public <E extends CaseEvent> @Nullable String text(E event, SealedText<E> text) {
        return texts.of(event, text);
    }

    public OrganisationShown organisation(OrganisationId organisation) {
        return organisations.apply(organisation);
    }

    public Instant now() {
        return visibility.now();
    }

    public LocalDate today() {
        return SwedishDays.of(now());
    }

    private @Nullable Audience audience(UUID entry) {
        var counts = state.audienceCounts().get(entry);
        return counts == null ? null : counts.audience();
    }
}

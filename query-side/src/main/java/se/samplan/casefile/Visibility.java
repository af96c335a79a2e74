package se.samplan.casefile;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import se.samplan.casework.Audience;
import se.samplan.casework.ComputedFrom;
import se.samplan.casework.Ground;
import se.samplan.casework.InformationKind;
import se.samplan.casework.LaneId;
import se.samplan.text.Texts;

/** What one reader may know of a case at one moment, and why; computed once per read. */
public final class Visibility {

    private static final Audience AGENCY_ACTIVITIES =
            new Audience(Set.of(LaneId.AGENCY), Set.of(), InformationKind.ACTIVITIES);

    private final Set<LaneId> readers;
    private final Collection<Ground> grounds;
    private final Instant now;
    private final Map<Audience, Boolean> known = new HashMap<>();
    private final Map<Audience, Shown> reasons = new HashMap<>();

    /**
     * Decides for everything in one read.
     *
     * @param readers the reading lanes: a caseworker's own, or all lanes of an auditor's organisation
     * @param grounds the grounds in force
     */
    public Visibility(Collection<LaneId> readers, Collection<Ground> grounds, Instant now) {
        this.readers = Set.copyOf(readers);
        this.grounds = grounds;
        this.now = now;
    }

    /** The moment for which it was computed. */
    public Instant now() {
        return now;
    }

    /** Whether the reader belongs to the audience; false if there is none. */
    public boolean includes(@Nullable Audience audience) {
        return audience != null
                && known.computeIfAbsent(
                        audience, each -> readers.stream().anyMatch(reader -> each.includes(reader, grounds, now)));
    }

    /**
     * Whether the reader may know what a part of an event was computed from.
     *
     * @param by the lane that entered the event, and so knew it
     * @param refersTo tells whether the reader may know all entries that the event refers to
     */
    public boolean includes(ComputedFrom.Source source, LaneId by, BooleanSupplier refersTo) {
        return readers.contains(by)
                || switch (source) {
                    case AGENCY_ACTIVITIES -> includes(AGENCY_ACTIVITIES);
                    case ENTRIES_REFERRED_TO -> refersTo.getAsBoolean();
                };
    }

    /** Why something that the reader may know is shown. */
    public Shown why(Audience audience) {
        return reasons.computeIfAbsent(audience, this::reason);
    }

    private Shown reason(Audience audience) {
        if (readers.stream().anyMatch(reader -> audience.subjects().equals(Set.of(reader)))) {
            return new Shown(Texts.of(VisibilityReason.OWN), List.of());
        }
        if (readers.stream().anyMatch(audience.addressees()::contains)) {
            return new Shown(Texts.of(VisibilityReason.TOLD), List.of());
        }
        return new Shown(Texts.of(VisibilityReason.GROUND), List.copyOf(lifting(audience)));
    }

    private SortedSet<UUID> lifting(Audience audience) {
        var lifting = new TreeSet<UUID>();
        for (var ground : grounds) {
            for (var subject : audience.subjects()) {
                if (readers.stream().anyMatch(reader -> ground.lifts(subject, reader, audience.kind(), now))) {
                    lifting.add(ground.groundId().value());
                }
            }
        }
        return lifting;
    }
}

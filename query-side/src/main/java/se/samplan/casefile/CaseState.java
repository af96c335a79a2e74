package se.samplan.casefile;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.samplan.casework.Audience;
import se.samplan.casework.CaseEvent;
import se.samplan.casework.ParticipantId;
import se.samplan.fold.CaseEntry;
import se.samplan.fold.Entries;
import se.samplan.fold.FactTime;

/**
 * Everything that all lanes planned, decided, reported and agreed in a case; {@link Visibility} limits what a reader
 * sees of it.
 *
 * @param inError the entries made in error
 * @param audienceCounts the number of events of each entry, per audience
 */
public record CaseState(
        @Nullable ParticipantId participantId,
        Entries<CaseEntry> entries,
        SortedSet<UUID> inError,
        Entries<AudienceCounts> audienceCounts) {

    public static final CaseState NOTHING = new CaseState(null, Entries.none(), new TreeSet<>(), Entries.none());

    public CaseState {
        inError = Collections.unmodifiableSortedSet(inError);
    }

    /** All entries of a kind except those made in error, ordered by id. */
    public <E extends CaseEntry> Stream<E> all(Class<E> kind) {
        return entries.except(inError).filter(kind::isInstance).map(kind::cast);
    }

    /** The number of events per audience. */
    public Map<Audience, Long> counted() {
        var counted = new HashMap<Audience, Long>();
        audienceCounts.byId().values().forEach(entry -> entry.addTo(counted));
        return counted;
    }

    /** The case, opened for this participant. */
    public CaseState about(ParticipantId participant) {
        return new CaseState(participant, entries, inError, audienceCounts);
    }

    /** Counts the event for its audience, and folds it into its entry. */
    public <E extends CaseEntry> CaseState evolve(CaseEvent event, FactTime when, E nothing, UnaryOperator<E> step) {
        @SuppressWarnings("unchecked")
        var type = (Class<E>) nothing.getClass();
        var next = entries.evolve(event.entry(), nothing, entry -> step.apply(type.cast(entry)));
        return new CaseState(participantId, next, inError, counting(event, when).audienceCounts);
    }

    /** The case without an entry made in error. */
    public CaseState without(UUID entry) {
        var errors = new TreeSet<>(inError);
        errors.add(entry);
        return new CaseState(participantId, entries, errors, audienceCounts);
    }

    /** Counts the event for its audience. */
    public CaseState counting(CaseEvent event, FactTime when) {
        var next = audienceCounts.evolve(event.entry(), AudienceCounts.NOTHING, entry -> entry.evolve(event, when));
        return new CaseState(participantId, entries, inError, next);
    }
}

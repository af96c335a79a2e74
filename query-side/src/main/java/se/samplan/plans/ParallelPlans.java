package se.samplan.plans;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.samplan.consent.Audience;
import se.samplan.coordination.CaseEvent;
import se.samplan.participant.ParticipantId;
import se.samplan.view.CaseEntry;
import se.samplan.view.Entries;
import se.samplan.view.When;

/**
 * Everything that all lanes planned, decided, told and agreed in a case; cut to its reader before it is shown.
 *
 * @param inError the entries that were an error
 * @param spoken the events of each entry by who may know them
 */
public record ParallelPlans(
        @Nullable ParticipantId participantId,
        Entries<CaseEntry> entries,
        SortedSet<UUID> inError,
        Entries<Spoken> spoken) {

    public static final ParallelPlans NOTHING =
            new ParallelPlans(null, Entries.none(), new TreeSet<>(), Entries.none());

    public ParallelPlans {
        inError = Collections.unmodifiableSortedSet(inError);
    }

    /** All entries of a kind but those in error, in the order of their ids. */
    public <E extends CaseEntry> Stream<E> all(Class<E> kind) {
        return entries.except(inError).filter(kind::isInstance).map(kind::cast);
    }

    /** How many events there are for each audience. */
    public Map<Audience, Long> counted() {
        var counted = new HashMap<Audience, Long>();
        spoken.byId().values().forEach(entry -> entry.into(counted));
        return counted;
    }

    ParallelPlans about(ParticipantId participant) {
        return new ParallelPlans(participant, entries, inError, spoken);
    }

    <E extends CaseEntry> ParallelPlans with(UUID id, E nothing, UnaryOperator<E> step) {
        @SuppressWarnings("unchecked")
        var type = (Class<E>) nothing.getClass();
        var next = entries.evolve(id, nothing, entry -> step.apply(type.cast(entry)));
        return new ParallelPlans(participantId, next, inError, spoken);
    }

    ParallelPlans without(UUID entry) {
        var errors = new TreeSet<>(inError);
        errors.add(entry);
        return new ParallelPlans(participantId, entries, errors, spoken);
    }

    ParallelPlans heard(CaseEvent event, When when) {
        var next = spoken.evolve(event.entry(), Spoken.NOTHING, entry -> entry.evolve(event, when));
        return new ParallelPlans(participantId, entries, inError, next);
    }
}

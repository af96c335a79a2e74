package se.samplan.collision;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import se.samplan.casefile.CaseReading;
import se.samplan.text.Texts;

/** Shows the collisions of a case to readers who may know both sides. */
public final class CollisionPresenter {

    private CollisionPresenter() {}

    public static List<CollisionShown> present(CaseReading reading) {
        return reading.all(CollisionEntry.class)
                .flatMap(entry -> visible(reading, entry))
                .sorted(Comparator.comparing(CollisionShown::from).thenComparing(CollisionShown::collisionId))
                .toList();
    }

    private static Stream<CollisionShown> visible(CaseReading reading, CollisionEntry entry) {
        var found = entry.found();
        if (found == null || !reading.isVisible(found.entry())) {
            return Stream.empty();
        }
        var resolved = entry.resolved();
        return Stream.of(new CollisionShown(
                found.entry(),
                Texts.of(found.kind()),
                Texts.of(entry.standing()),
                found.lane(),
                found.with(),
                found.activity().value(),
                found.other().value(),
                found.from(),
                found.to(),
                found.hoursPerWeek(),
                resolved == null ? null : Texts.of(resolved.value())));
    }
}

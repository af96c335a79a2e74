package se.samplan.collision;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.samplan.casefile.CaseReading;
import se.samplan.casework.LaneId;
import se.samplan.text.Coded;
import se.samplan.text.Texts;

/** Shows the collisions of a case to readers who may know both sides. */
public final class CollisionPresenter {

    /** A collision, as far as its reader may know it. */
    public record CollisionShown(
            UUID collisionId,
            Coded kind,
            Coded state,
            LaneId owner,
            LaneId with,
            UUID activityId,
            UUID otherActivityId,
            LocalDate from,
            @Nullable LocalDate to,
            @Nullable BigDecimal hoursPerWeek,
            @Nullable Coded resolution) {}

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

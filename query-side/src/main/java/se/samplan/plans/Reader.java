package se.samplan.plans;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.samplan.consent.Audience;
import se.samplan.consent.Ground;
import se.samplan.coordination.LaneId;
import se.samplan.plans.PlansPage.Shown;
import se.samplan.text.Texts;

/** A lane that reads, by the grounds in force now. */
public record Reader(LaneId lane, Collection<Ground> grounds, Instant now) {

    public boolean mayKnow(@Nullable Audience audience) {
        return audience != null && audience.includes(lane, grounds, now);
    }

    /** Why something that it may know is shown to it. */
    Shown why(Audience audience) {
        if (audience.tellsOf().equals(java.util.Set.of(lane))) {
            return new Shown(Texts.of(ShownBy.OWN), List.of());
        }
        if (audience.toldTo().contains(lane)) {
            return new Shown(Texts.of(ShownBy.TOLD), List.of());
        }
        return new Shown(Texts.of(ShownBy.GROUND), List.copyOf(lifting(audience)));
    }

    private SortedSet<UUID> lifting(Audience audience) {
        var lifting = new TreeSet<UUID>();
        for (var ground : grounds) {
            for (var of : audience.tellsOf()) {
                if (ground.lifts(of, lane, audience.kind(), now)) {
                    lifting.add(ground.groundId().value());
                }
            }
        }
        return lifting;
    }
}

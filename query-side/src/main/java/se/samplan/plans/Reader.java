package se.samplan.plans;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.samplan.casefile.VisibilityReason;
import se.samplan.casework.Audience;
import se.samplan.casework.Ground;
import se.samplan.casework.LaneId;
import se.samplan.plans.PlansPage.Shown;
import se.samplan.text.Texts;

/** A lane that reads, by the grounds in force now. */
public record Reader(LaneId lane, Collection<Ground> grounds, Instant now) {

    public boolean mayKnow(@Nullable Audience audience) {
        return audience != null && audience.includes(lane, grounds, now);
    }

    /** Why something that it may know is shown to it. */
    Shown why(Audience audience) {
        if (audience.subjects().equals(java.util.Set.of(lane))) {
            return new Shown(Texts.of(VisibilityReason.OWN), List.of());
        }
        if (audience.addressees().contains(lane)) {
            return new Shown(Texts.of(VisibilityReason.TOLD), List.of());
        }
        return new Shown(Texts.of(VisibilityReason.GROUND), List.copyOf(lifting(audience)));
    }

    private SortedSet<UUID> lifting(Audience audience) {
        var lifting = new TreeSet<UUID>();
        for (var ground : grounds) {
            for (var of : audience.subjects()) {
                if (ground.lifts(of, lane, audience.kind(), now)) {
                    lifting.add(ground.groundId().value());
                }
            }
        }
        return lifting;
    }
}

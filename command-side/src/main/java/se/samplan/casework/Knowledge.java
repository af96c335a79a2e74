package se.samplan.casework;

import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import se.samplan.command.EffectiveAt;

/**
 * Answers what a lane may know at a time: its own facts, those addressed to it, and those that a ground in force
 * covers.
 */
public final class Knowledge {

    private final Supplier<List<Ground>> grounds;
    private final Deaths deaths;

    public Knowledge(Supplier<List<Ground>> grounds, Deaths deaths) {
        this.grounds = grounds;
        this.deaths = deaths;
    }

    public OfLane of(LaneId reader) {
        return new OfLane(reader);
    }

    /** What one lane may know. */
    public final class OfLane {

        private final LaneId reader;

        private OfLane(LaneId reader) {
            this.reader = reader;
        }

        /** What it knew at that moment, and may still know now. */
        public KnowledgeAt at(EffectiveAt effectiveAt, Instant now) {
            return new KnowledgeAt(reader, grounds.get(), effectiveAt.judgedAt(now), now);
        }

        /** Whether this happened on a later day than a death of which the lane knew. */
        public boolean isAfterDeath(EffectiveAt effectiveAt, Instant now) {
            return deaths.areKnownBefore(effectiveAt, at(effectiveAt, now));
        }

        public KnowledgeAt now(Instant now) {
            return new KnowledgeAt(reader, grounds.get(), now, now);
        }
    }
}

package se.samplan.casework;

import java.time.Instant;
import java.util.List;

/**
 * What one lane knew when something took effect and may still know now: a rule applies as far as its actor may know the
 * facts.
 *
 * @param effectiveAt the moment that a rule judges by
 * @param now the moment at which an answer is given
 */
public record KnowledgeAt(LaneId reader, List<Ground> grounds, Instant effectiveAt, Instant now) {

    public boolean includes(Audience audience) {
        return audience.includes(reader, grounds, effectiveAt) && audience.includes(reader, grounds, now);
    }
}

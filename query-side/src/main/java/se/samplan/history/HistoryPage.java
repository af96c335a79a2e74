package se.samplan.history;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.samplan.casework.LaneId;
import se.samplan.text.Sentence;

/**
 * The plain history of a case as far as one reader may know it, in recorded order.
 *
 * @param asKnownTo the lanes whose view this is
 */
public record HistoryPage(UUID caseId, List<LaneId> asKnownTo, List<Happened> events) {

    /**
     * One event.
     *
     * @param sequence its position among the events shown, from 1, without gaps
     * @param actor the id of the appointment that entered it; null for what followed from the passing of time
     * @param entry the entry that it opens or continues
     * @param fields its content, codes with their texts
     */
    public record Happened(
            int sequence,
            String type,
            Instant effectiveAt,
            Instant recordedAt,
            LaneId lane,
            @Nullable String actor,
            UUID entry,
            Sentence text,
            Map<String, @Nullable Object> fields) {}
}

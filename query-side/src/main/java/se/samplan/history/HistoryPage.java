package se.samplan.history;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.samplan.casework.LaneId;
import se.samplan.text.Sentence;

/**
 * The plain history of a case as one reader may know it, in the order in which it was recorded.
 *
 * @param asKnownTo the lanes through whose eyes it is
 */
public record HistoryPage(UUID caseId, List<LaneId> asKnownTo, List<Happened> events) {

    /**
     * What happened.
     *
     * @param sequence its place among the events shown, from 1, without holes
     * @param actor the id of the appointment by which it was entered; null for what time brought about
     * @param entry the entry that it opens or goes on with
     * @param fields what it says, codes with their texts
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

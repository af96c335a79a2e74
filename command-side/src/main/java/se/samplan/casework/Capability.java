package se.samplan.casework;

import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** One capability of a case, as the case asks each of them; every one answers every question. */
public interface Capability {

    /** Whether the entry is of this capability, and the lane's own to correct. */
    boolean isOwn(UUID entry, LaneId lane);

    /** What is still open. */
    Stream<OpenEntry> open();

    /** What lapses, or must be looked at anew, when its time comes. */
    Stream<Deadline> due();

    /**
     * What the answer to a command tells beside the entry's id.
     *
     * @param entry the entry that the command made or went on with
     * @param reader what the sender may know
     */
    Map<String, Object> responseFields(UUID entry, KnowledgeAt reader);
}

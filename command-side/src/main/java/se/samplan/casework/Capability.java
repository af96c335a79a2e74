package se.samplan.casework;

import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** One capability of a case: what the case asks of all of them. */
public interface Capability {

    /** Whether the entry belongs to this capability and the lane may correct it. */
    boolean isOwn(UUID entry, LaneId lane);

    /** What is still open. */
    Stream<OpenEntry> open();

    /** What lapses or must be checked again, and when. */
    Stream<Deadline> due();

    /**
     * The fields of a command's response beside the entry's id.
     *
     * @param entry the entry that the command created or updated
     * @param reader what the sender may know
     */
    Map<String, Object> responseFields(UUID entry, KnowledgeAt reader);
}

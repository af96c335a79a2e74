package se.samplan.store;

import java.util.List;

/** Rows that follow from events and are written in the very statement that appends them. */
@FunctionalInterface
public interface InlineProjection {

    /** A pure function of the events, in the order appended. */
    List<Sql> rows(List<EventToAppend> events);
}

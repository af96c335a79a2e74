package se.samplan.store;

import java.util.List;

/** Rows that are derived from events and written in the same statement batch as these. */
@FunctionalInterface
public interface InlineProjection {

    /** A pure function of the events, in the order appended. */
    List<Sql> rows(List<EventToAppend> events);
}

package se.samplan.command;

import java.util.List;
import se.samplan.store.Query;

/** A query that travels with every command's first reads, so that what is held in memory is as new as the store. */
public interface StandingQuery<T> {

    Query<T> query();

    /** Brings what is held in memory up to date before the command is decided. */
    void update(List<T> rows);
}

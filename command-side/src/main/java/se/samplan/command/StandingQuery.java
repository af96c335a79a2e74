package se.samplan.command;

import java.util.List;
import se.samplan.store.Query;

/** A query in every command's first round trip, which keeps state in memory as new as the store. */
public interface StandingQuery<T> {

    Query<T> query();

    /** Updates the state in memory before the command is decided. */
    void update(List<T> rows);
}

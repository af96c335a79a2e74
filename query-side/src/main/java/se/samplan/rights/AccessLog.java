package se.samplan.rights;

import java.util.Collection;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.samplan.access.Actor;

/** Logs who reads whose data before the response is sent; a read that cannot be logged fails. */
@Component
public class AccessLog {

    private final JdbcClient jdbc;

    AccessLog(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One read.
     *
     * @param what the resource, never with an identity number
     */
    public void read(Actor actor, Collection<UUID> cases, String what) {
        jdbc.sql("insert into samplan.access_log (actor, organisation_id, case_ids, what) values (?, ?, ?, ?)")
                .params(actor.staffId().value(), actor.organisation().value(), cases.toArray(UUID[]::new), what)
                .update();
    }
}

package se.samplan.worklist;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.samplan.access.Actor;
import se.samplan.access.CaseAccess;
import se.samplan.organisation.StaffId;

/** Checks a page's cases against the access-rights rows, since the lists may lag: one statement per page. */
@Component
class WorkListRights {

    private final JdbcClient jdbc;

    WorkListRights(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those of these cases that the caller's lane may know of, with its caseworker now responsible. */
    Map<UUID, Optional<StaffId>> known(Collection<UUID> cases, Actor actor) {
        var known = new HashMap<UUID, Optional<StaffId>>();
        jdbc.sql("""
                select p.case_id, r.staff_id from samplan.participant p
                join samplan.participant_lane l on l.participant_id = p.participant_id and l.lane = ?
                left join samplan.responsible r on r.case_id = p.case_id and r.lane = l.lane and r.valid_to is null
                where p.case_id = any(?) and\s""" + CaseAccess.NOT_PROTECTED)
                .params(
                        Objects.requireNonNull(actor.lane()).toString(),
                        cases.toArray(UUID[]::new),
                        CaseAccess.seesProtected(actor))
                .query(row -> {
                    known.put(
                            row.getObject(1, UUID.class),
                            Optional.ofNullable(row.getObject(2, UUID.class)).map(StaffId::new));
                });
        return known;
    }
}

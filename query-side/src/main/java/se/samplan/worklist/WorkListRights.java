package se.samplan.worklist;

import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.samplan.access.Actor;
import se.samplan.access.CaseAccess;
import se.samplan.rights.ReadRights;

/** Checks a page's cases against the access rows, since the lists may lag: one statement per page. */
@Component
class WorkListRights {

    private static final String IN_FORCE = "s.valid_from <= :now and (s.valid_to is null or s.valid_to > :now)";

    /** An appointment {@code s} in force in which its holder may see the participant {@code p}. */
    private static final String SEES =
            IN_FORCE + " and (p.protection = 'NONE' or 'PROTECTED_IDENTITIES' = any (s.mandates))";

    /** An appointment {@code s} in the actor's lane. */
    private static final String IN_LANE =
            "s.branch = :branch and (s.organisation_id = :organisation or s.branch = 'AGENCY')";

    private final JdbcClient jdbc;
    private final ReadRights rights;

    WorkListRights(JdbcClient jdbc, ReadRights rights) {
        this.jdbc = jdbc;
        this.rights = rights;
    }

    /** Those of these cases that the caller may know of, with who is responsible there. */
    Map<UUID, Responsible> known(Collection<UUID> cases, Actor actor) {
        var known = new HashMap<UUID, Responsible>();
        ask("""
                select p.case_id, m.subject,
                  array(select s.organisation_id from samplan.staff s
                        where s.subject = m.subject and\s""" + IN_LANE + " and " + SEES + """
                  )
                from samplan.participant p
                join samplan.participant_lane l on l.participant_id = p.participant_id and l.lane = :lane
                left join samplan.responsible r on r.case_id = p.case_id and r.lane = l.lane and r.valid_to is null
                left join samplan.staff m on m.staff_id = r.staff_id
                where p.case_id = any(:cases) and\s""" + CaseAccess.NOT_PROTECTED.replace("?", ":seesProtected"), actor)
                .param("cases", cases.toArray(UUID[]::new))
                .param("seesProtected", CaseAccess.seesProtected(actor))
                .query(row -> {
                    var present = (String[]) row.getArray(3).getArray();
                    known.put(
                            row.getObject(1, UUID.class),
                            new Responsible(row.getString(2), new TreeSet<>(List.of(present))));
                });
        return known;
    }

    /** Whose rows a coarse scan can leave out, or must not. */
    Colleagues colleagues(Actor actor) {
        var own = new HashSet<String>();
        var present = new HashSet<String>();
        ask("""
                select c.staff_id, c.subject = :subject from samplan.staff c
                where c.subject = :subject or c.subject in (
                  select s.subject from samplan.staff s
                  where s.organisation_id = :organisation and s.branch = :branch and\s""" + IN_FORCE + ")", actor).param("subject", actor.subject()).query(row -> {
            (row.getBoolean(2) ? own : present).add(row.getString(1));
        });
        return new Colleagues(own, present, CaseAccess.seesProtected(actor) ? unseen(actor) : Set.of());
    }

    private Set<UUID> unseen(Actor actor) {
        return new HashSet<>(ask("""
                select p.case_id from samplan.participant p
                join samplan.responsible r on r.case_id = p.case_id and r.lane = :lane and r.valid_to is null
                join samplan.staff m on m.staff_id = r.staff_id
                where p.protection <> 'NONE' and not exists (
                  select from samplan.staff s
                  where s.subject = m.subject and\s""" + IN_LANE + " and " + SEES + ")", actor)
                .query(UUID.class)
                .list());
    }

    private JdbcClient.StatementSpec ask(String sql, Actor actor) {
        return jdbc.sql(sql)
                .param("now", rights.now().atOffset(ZoneOffset.UTC))
                .param("lane", Objects.requireNonNull(actor.lane()).toString())
                .param("branch", Objects.requireNonNull(actor.lane()).branch().name())
                .param("organisation", actor.organisation().value());
    }
}

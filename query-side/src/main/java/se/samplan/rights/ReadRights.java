package se.samplan.rights;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.samplan.access.Actor;
import se.samplan.access.CaseAccess;
import se.samplan.casework.CaseId;
import se.samplan.casework.Ground;
import se.samplan.casework.GroundId;
import se.samplan.casework.InformationKind;
import se.samplan.casework.LaneId;
import se.samplan.casework.ParticipantId;
import se.samplan.casework.Sex;

/** Whom a reader may know of, and on what grounds; from the access rows, never from a view that may lag. */
@Component
public class ReadRights {

    private final JdbcClient jdbc;
    private final Clock clock;

    ReadRights(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The participant, unless protected from the caller; does not check whether the caller's lane knows the person. */
    public Optional<RegisteredParticipant> participant(ParticipantId id, Actor actor) {
        return person("participant_id", id.value(), actor);
    }

    /** The participant, if the caller's lane knows the person and the person is not protected from the caller. */
    public Optional<RegisteredParticipant> participantInLane(ParticipantId id, Actor actor) {
        return known("participant_id", id.value(), actor).map(KnownCase::person);
    }

    /**
     * The case, if lanes that the caller reads as know the person, and the person is not protected from the caller: a
     * caseworker reads as their own lane, an auditor as all lanes of their organisation.
     */
    public Optional<KnownCase> caseKnownTo(Actor actor, CaseId id) {
        return known("case_id", id.value(), actor);
    }

    /**
     * A case, and the lanes as which its reader may read it.
     *
     * @param lanes those that registered the person, or were informed of the person; at least one
     */
    public record KnownCase(RegisteredParticipant person, SortedSet<LaneId> lanes) {}

    /** The grounds of a case in force at that moment. */
    public List<Ground> grounds(CaseId caseId, Instant at) {
        var now = at.atOffset(ZoneOffset.UTC);
        return jdbc.sql("""
                        select ground_id, parties, kinds, valid_from, valid_to from samplan.ground
                        where case_id = ? and valid_from <= ? and (valid_to is null or valid_to > ?)
                        order by valid_from, ground_id""")
                .params(caseId.value(), now, now)
                .query((row, number) -> ground(row))
                .list();
    }

    public Instant now() {
        return clock.instant();
    }

    private Optional<RegisteredParticipant> person(String column, UUID id, Actor actor) {
        return jdbc.sql("select participant_id, case_id, sex from samplan.participant p where " + column + " = ? and "
                        + CaseAccess.NOT_PROTECTED)
                .params(id, CaseAccess.seesProtected(actor))
                .query((row, number) -> person(row))
                .optional();
    }

    /** One statement, whether there is no such person, a hidden one or a known one: how long it takes tells nothing. */
    private Optional<KnownCase> known(String column, UUID id, Actor actor) {
        var lane = actor.lane();
        return jdbc.sql("""
                        select p.participant_id, p.case_id, p.sex, array_agg(l.lane)
                        from samplan.participant p
                        join samplan.participant_lane l on l.participant_id = p.participant_id
                        where p.%s = ? and %s and %s
                        group by p.participant_id, p.case_id, p.sex""".formatted(
                        column, lane == null ? "starts_with(l.lane, ?)" : "l.lane = ?", CaseAccess.NOT_PROTECTED))
                .params(
                        id,
                        lane == null ? actor.organisation().value() + ":" : lane.toString(),
                        CaseAccess.seesProtected(actor))
                .query((row, number) -> new KnownCase(
                        person(row),
                        Arrays.stream(strings(row, 4)).map(LaneId::of).collect(Collectors.toCollection(TreeSet::new))))
                .optional();
    }

    private static RegisteredParticipant person(ResultSet row) throws SQLException {
        return new RegisteredParticipant(
                new ParticipantId(row.getObject(1, UUID.class)),
                new CaseId(row.getObject(2, UUID.class)),
                Sex.valueOf(row.getString(3)));
    }

    private static Ground ground(ResultSet row) throws SQLException {
        return new Ground(
                new GroundId(row.getObject(1, UUID.class)),
                Arrays.stream(strings(row, 2)).map(LaneId::of).collect(Collectors.toSet()),
                Arrays.stream(strings(row, 3)).map(InformationKind::valueOf).collect(Collectors.toSet()),
                row.getObject(4, OffsetDateTime.class).toInstant(),
                instant(row.getObject(5, OffsetDateTime.class)));
    }

    private static String[] strings(ResultSet row, int column) throws SQLException {
        return (String[]) row.getArray(column).getArray();
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}

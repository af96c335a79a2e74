package se.samplan.access;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.samplan.casework.CaseId;
import se.samplan.casework.LaneId;
import se.samplan.casework.ParticipantId;
import se.samplan.casework.Protection;
import se.samplan.casework.Sex;
import se.samplan.organisation.Mandate;
import se.samplan.refusal.Rejected;
import se.samplan.store.Query;
import se.samplan.store.Sql;
import se.samplan.store.StreamQuery;

/**
 * Decides who may touch a case: the lane is involved with the person, and the person is not protected or the
 * appointment has the mandate for it. The only place that queries the access rows for this.
 */
public final class CaseAccess {

    /** The condition that a lane is involved with the participant {@code p}; its parameter is the lane. */
    private static final String IN_LANE = """
            exists (select from samplan.participant_lane l
                    where l.participant_id = p.participant_id and l.lane = ?)""";

    /**
     * The condition that the participant {@code p} is not hidden from an actor by a protected identity; its parameter
     * is whether the actor has the mandate.
     */
    public static final String NOT_PROTECTED = "(p.protection = 'NONE' or ?)";

    private CaseAccess() {}

    /** The parameter of {@link #NOT_PROTECTED}. */
    public static boolean seesProtected(Actor actor) {
        return actor.has(Mandate.PROTECTED_IDENTITIES);
    }

    /**
     * Whose case it is, with what decides access.
     *
     * @param inLane whether the asking lane is involved with the person
     */
    public record CasePerson(
            ParticipantId participant, Sex sex, int birthYear, Protection protection, boolean inLane) {}

    /** Queries whose case it is and what decides whether a lane may touch it. */
    public static Query<CasePerson> personOf(CaseId caseId, LaneId lane) {
        return Query.of(
                row -> new CasePerson(
                        new ParticipantId(row.getObject(1, UUID.class)),
                        Sex.valueOf(row.getString(2)),
                        row.getInt(3),
                        Protection.valueOf(row.getString(4)),
                        row.getBoolean(5)),
                "select participant_id, sex, birth_year, protection, " + IN_LANE
                        + " from samplan.participant p where case_id = ?",
                lane.toString(),
                caseId.value());
    }

    /**
     * The person, if the actor may touch the case; the program itself may touch all.
     *
     * @throws Rejected {@code UNKNOWN_CASE} for no such case, another lane's person, or a protected one without the
     *     mandate: all look the same
     */
    public static CasePerson require(Optional<CasePerson> person, @Nullable Actor actor) {
        return person.filter(found -> actor == null
                        || (found.inLane() && (found.protection() == Protection.NONE || seesProtected(actor))))
                .orElseThrow(() -> new Rejected(AccessRefusal.UNKNOWN_CASE));
    }

    /** A SELECT of the participant whose case it is; no row if the sender may not touch the case. */
    public static Sql participantOf(CaseId caseId, LaneId lane, TokenIdentity sender, Instant now) {
        return touchable("participant_id", caseId, lane, sender, now);
    }

    /**
     * The stream of the case; none if the sender may not touch the case, whose events are not even read then: how long
     * that takes would tell of them.
     */
    public static StreamQuery streamOf(CaseId caseId, LaneId lane, TokenIdentity sender, Instant now) {
        return new StreamQuery(caseId.value(), touchable("case_id", caseId, lane, sender, now));
    }

    private static Sql touchable(String column, CaseId caseId, LaneId lane, TokenIdentity sender, Instant now) {
        var time = OffsetDateTime.ofInstant(now, ZoneOffset.UTC);
        return Sql.of(
                "select " + column + " from samplan.participant p where case_id = ? and " + IN_LANE + """

                  and exists (select from samplan.staff s
                              where subject = ? and organisation_id = ? and role = ?
                                and valid_from <= ? and (valid_to is null or valid_to > ?)
                                and (p.protection = 'NONE' or 'PROTECTED_IDENTITIES' = any (s.mandates)))""",
                caseId.value(),
                lane.toString(),
                sender.subject(),
                sender.organisation().value(),
                sender.role().name(),
                time,
                time);
    }

    /** One row if the lane is involved with the person: it registered the person, or was informed of the person. */
    public static Query<Boolean> inLane(ParticipantId person, LaneId lane) {
        return Query.of(
                row -> true,
                "select 1 from samplan.participant_lane where participant_id = ? and lane = ?",
                person.value(),
                lane.toString());
    }
}

package se.samplan.pipeline;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.samplan.access.TokenIdentity;
import se.samplan.casework.CaseCommand;
import se.samplan.casework.LaneId;
import se.samplan.casework.ParticipantId;
import se.samplan.casework.Protection;
import se.samplan.casework.Sex;
import se.samplan.command.Command;
import se.samplan.command.ConcernsPerson;
import se.samplan.command.EndsAppointment;
import se.samplan.command.NamesColleague;
import se.samplan.command.NamesOrganisation;
import se.samplan.organisation.StaffId;
import se.samplan.store.Query;
import se.samplan.store.Sql;

/** What a command may need to know beside its stream: one SELECT for each, sent along with its first reads. */
final class ContextQueries {

    /** How long an operator has to stay for another one to leave: longer than a lock is waited for or clocks differ. */
    private static final Duration AT_LEAST = Duration.ofDays(1);

    private ContextQueries() {}

    /** Whose case it is, and whether the sender's lane has to do with the person. */
    record CaseRow(ParticipantId participant, Sex sex, int birthYear, Protection protection, boolean inLane) {}

    /** An operator's appointment in force; whether it stays for some time. */
    record Operator(StaffId staffId, boolean stays) {}

    static Query<CaseRow> caseRow(CaseCommand command) {
        return Query.of(
                row -> new CaseRow(
                        new ParticipantId(row.getObject(1, UUID.class)),
                        Sex.valueOf(row.getString(2)),
                        row.getInt(3),
                        Protection.valueOf(row.getString(4)),
                        row.getBoolean(5)),
                """
                select participant_id, sex, birth_year, protection,
                  exists (select from samplan.participant_lane l
                          where l.participant_id = p.participant_id and l.lane = ?)
                from samplan.participant p where case_id = ?""",
                command.lane().toString(),
                command.caseId().value());
    }

    static Query<UUID> caseOf(Query<UUID> person) {
        return new Query<>(
                new Sql(
                        "select case_id from samplan.participant where participant_id = ("
                                + person.sql().text() + ")",
                        person.sql().parameters()),
                row -> row.getObject(1, UUID.class));
    }

    static Query<Boolean> inLane(ConcernsPerson concerns) {
        return Query.of(
                row -> true,
                "select 1 from samplan.participant_lane where participant_id = ? and lane = ?",
                concerns.participantId().value(),
                concerns.lane().toString());
    }

    /** Whether whoever is named, or the sender if nobody is, was appointed in the lane when the command took effect. */
    static Query<Boolean> colleague(
            LaneId lane, NamesColleague names, Command command, @Nullable CommandEnvelope sending) {
        var named = names.colleague();
        return Query.of(
                row -> true,
                """
                select 1 from samplan.staff
                where (staff_id = ? or subject = ?) and branch = ? and (organisation_id = ? or branch = 'AGENCY')
                  and valid_from <= ? and (valid_to is null or valid_to > ?)""",
                named == null ? null : named.value(),
                named == null && sending != null ? sending.claimed().subject() : null,
                lane.branch(),
                lane.organisation().value(),
                command.effectiveAt(),
                command.effectiveAt());
    }

    /** Every appointment of the person whom a token names, whatever the role and the organisation. */
    static Query<StaffId> allAppointments(TokenIdentity claimed) {
        return Query.of(
                row -> new StaffId(row.getObject(1, UUID.class)),
                "select staff_id from samplan.staff where subject = ?",
                claimed.subject());
    }

    /**
     * The operators' appointments in force, where one of an operator is to end. They are locked: whoever else would end
     * one waits, and then sees what is left.
     */
    static Query<Operator> operators(EndsAppointment ends, Instant now) {
        return Query.of(
                row -> new Operator(new StaffId(row.getObject(1, UUID.class)), row.getBoolean(2)),
                """
                select staff_id, valid_to is null or valid_to > ? from samplan.staff
                where role = 'OPERATOR' and valid_from <= ? and (valid_to is null or valid_to > ?)
                  and exists (select from samplan.staff ended where ended.staff_id = ? and ended.role = 'OPERATOR')
                order by staff_id for update of staff""",
                now.plus(AT_LEAST),
                now,
                now,
                ends.staffId().value());
    }

    static Query<String> organisation(NamesOrganisation names) {
        return Query.of(
                row -> row.getString(1),
                "select kind from samplan.organisation where organisation_id = ?",
                names.organisationId().value());
    }
}

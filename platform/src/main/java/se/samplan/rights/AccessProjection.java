package se.samplan.rights;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.samplan.casework.CaseEvent;
import se.samplan.casework.Protection;
import se.samplan.event.StoredEvent;
import se.samplan.participant.ParticipantEvent;
import se.samplan.participant.ParticipantEvent.ParticipantRecognised;
import se.samplan.participant.ParticipantEvent.ParticipantRegistered;
import se.samplan.participant.ParticipantEvent.ProtectedIdentityLifted;
import se.samplan.participant.ParticipantEvent.ProtectedIdentityMarked;
import se.samplan.participant.ParticipantEvent.ProtectionProposed;
import se.samplan.policy.PolicyEvent.PolicySet;
import se.samplan.staff.OrganisationEvent.OrganisationRegistered;
import se.samplan.staff.StaffEvent;
import se.samplan.staff.StaffEvent.AppointmentEndingProposed;
import se.samplan.staff.StaffEvent.AppointmentProposed;
import se.samplan.staff.StaffEvent.StaffAppointmentEnded;
import se.samplan.staff.StaffEvent.StaffMemberAppointed;
import se.samplan.store.EventToAppend;
import se.samplan.store.InlineProjection;
import se.samplan.store.Sql;
import tools.jackson.databind.json.JsonMapper;

/** Projects events onto the rows that decide access: a pure function, whose rows are written with the append. */
public final class AccessProjection implements InlineProjection {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final String schema;
    private final CaseAccessProjection ofCases;

    private AccessProjection(String schema) {
        this.schema = schema;
        ofCases = new CaseAccessProjection(schema);
    }

    /** Projects onto the tables that access is decided by. */
    public static AccessProjection real() {
        return new AccessProjection("samplan");
    }

    /** Projects onto temporary tables of the same names, for comparison. */
    public static AccessProjection temporary() {
        return new AccessProjection("pg_temp");
    }

    @Override
    public List<Sql> rows(List<EventToAppend> events) {
        return events.stream().flatMap(this::rows).toList();
    }

    private Stream<Sql> rows(EventToAppend appended) {
        return switch ((StoredEvent) appended.event()) {
            case ParticipantEvent event -> ofParticipant(appended.stream(), event);
            case OrganisationRegistered event -> Stream.of(organisation(event));
            case StaffEvent event -> ofStaff(appended.stream(), event);
            case PolicySet event -> Stream.of(policy(event));
            case CaseEvent event -> ofCases.rows(appended.stream(), event);
        };
    }

    private Stream<Sql> ofParticipant(UUID stream, ParticipantEvent event) {
        return switch (event) {
            case ParticipantRegistered e ->
                Stream.of(
                        sql(
                                "insert into %s.participant (participant_id, case_id, sex, birth_year) values (?, ?, ?, ?)",
                                stream, e.caseId().value(), e.sex(), e.birthYear()),
                        inLane(stream, e));
            case ParticipantRecognised e -> Stream.of(inLane(stream, e));
            case ProtectionProposed _ -> Stream.of();
            case ProtectedIdentityMarked e -> Stream.of(protection(stream, e.protection()));
            case ProtectedIdentityLifted _ -> Stream.of(protection(stream, Protection.NONE));
        };
    }

    private Sql protection(UUID participant, Protection protection) {
        return sql("update %s.participant set protection = ? where participant_id = ?", protection, participant);
    }

    private Sql inLane(UUID participant, ParticipantEvent event) {
        return sql("""
                insert into %s.participant_lane (participant_id, lane, since) values (?, ?, ?)
                on conflict do nothing""", participant, event.lane().toString(), event.effectiveAt());
    }

    private Sql organisation(OrganisationRegistered e) {
        return sql(
                "insert into %s.organisation (organisation_id, kind, name, county, part_of) values (?, ?, ?, ?, ?)",
                e.organisationId().value(),
                e.kind(),
                e.name(),
                e.county(),
                e.partOf() == null ? null : e.partOf().value());
    }

    private Stream<Sql> ofStaff(UUID stream, StaffEvent event) {
        return switch (event) {
            case AppointmentProposed _, AppointmentEndingProposed _ -> Stream.of();
            case StaffMemberAppointed e ->
                Stream.of(sql(
                        """
                    insert into %s.staff
                      (staff_id, subject, organisation_id, branch, role, unit, mandates, valid_from, valid_to)
                    values (?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                        stream,
                        e.subject(),
                        e.organisationId().value(),
                        e.branch(),
                        e.role(),
                        e.unit(),
                        e.mandates().stream().map(Enum::name).toArray(String[]::new),
                        e.from(),
                        e.to()));
            case StaffAppointmentEnded e ->
                Stream.of(sql(
                        "update %s.staff set valid_to = least(valid_to, ?) where staff_id = ?",
                        e.effectiveAt(), stream));
        };
    }

    private Sql policy(PolicySet e) {
        return sql(
                """
                insert into %s.policy (policy_id, organisation_id, kind, policy_values, valid_from, valid_to)
                values (?, ?, ?, ?::jsonb, ?, ?)""",
                e.policyId().value(),
                e.organisationId().value(),
                e.kind(),
                JSON.writeValueAsString(e.values()),
                e.validFrom(),
                e.validTo());
    }

    private Sql sql(String text, @Nullable Object... parameters) {
        return Sql.of(text.formatted(schema), parameters);
    }
}

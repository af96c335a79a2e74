package se.samplan.command;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import se.samplan.caseworker.CaseworkerEvent;
import se.samplan.caseworker.CaseworkerEvent.CaseHandedOver;
import se.samplan.caseworker.CaseworkerEvent.CaseworkerAssigned;
import se.samplan.consent.ConsentEvent;
import se.samplan.consent.ConsentEvent.ConsentRecorded;
import se.samplan.consent.ConsentEvent.ConsentWithdrawn;
import se.samplan.coordination.CaseEvent;
import se.samplan.coordination.LaneId;
import se.samplan.correction.EnteredInError;
import se.samplan.participant.ParticipantEvent;
import se.samplan.participant.ParticipantEvent.ParticipantRecognised;
import se.samplan.participant.ParticipantEvent.ParticipantRegistered;
import se.samplan.participant.ParticipantEvent.ProtectedIdentityMarked;
import se.samplan.policy.PolicyEvent.PolicySet;
import se.samplan.staff.OrganisationEvent.OrganisationRegistered;
import se.samplan.staff.StaffEvent;
import se.samplan.staff.StaffEvent.StaffAppointmentEnded;
import se.samplan.staff.StaffEvent.StaffMemberAppointed;
import se.samplan.store.AlsoWritten;
import se.samplan.store.Appended;
import se.samplan.store.Sql;
import tools.jackson.databind.json.JsonMapper;

/** The rows that decide rights, as they follow from events: a pure function, written in the append's own execute. */
@Component
class RightsRows implements AlsoWritten {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Override
    public List<Sql> rows(List<Appended> events) {
        return events.stream().flatMap(RightsRows::rows).toList();
    }

    private static Stream<Sql> rows(Appended appended) {
        return switch (appended.event()) {
            case ParticipantEvent event -> ofParticipant(appended.stream(), event);
            case OrganisationRegistered event -> Stream.of(organisation(event));
            case StaffEvent event -> Stream.of(ofStaff(appended.stream(), event));
            case PolicySet event -> Stream.of(policy(event));
            case ConsentEvent event ->
                Stream.concat(told(appended.stream(), event), ofConsent(appended.stream(), event));
            case CaseworkerEvent event -> ofCaseworker(appended.stream(), event);
            case EnteredInError event -> corrected(event.entry());
            case CaseEvent event -> told(appended.stream(), event);
            default -> Stream.of();
        };
    }

    private static Stream<Sql> ofParticipant(UUID stream, ParticipantEvent event) {
        var lane = known(stream, event.lane(), event);
        return switch (event) {
            case ParticipantRegistered e ->
                Stream.of(
                        Sql.of(
                                "insert into samplan.participant (participant_id, case_id, sex, birth_year) values (?, ?, ?, ?)",
                                stream,
                                e.caseId().value(),
                                e.sex(),
                                e.birthYear()),
                        lane);
            case ParticipantRecognised e -> Stream.of(lane);
            case ProtectedIdentityMarked e ->
                Stream.of(Sql.of(
                        "update samplan.participant set protection = ? where participant_id = ?",
                        e.protection(),
                        stream));
        };
    }

    private static Sql known(UUID participant, LaneId lane, ParticipantEvent event) {
        return Sql.of("""
                insert into samplan.participant_lane (participant_id, lane, since) values (?, ?, ?)
                on conflict do nothing""", participant, lane.toString(), event.effectiveAt());
    }

    private static Sql organisation(OrganisationRegistered e) {
        return Sql.of(
                "insert into samplan.organisation (organisation_id, kind, name, county, part_of) values (?, ?, ?, ?, ?)",
                e.organisationId().value(),
                e.kind(),
                e.name(),
                e.county(),
                e.partOf() == null ? null : e.partOf().value());
    }

    private static Sql ofStaff(UUID stream, StaffEvent event) {
        return switch (event) {
            case StaffMemberAppointed e ->
                Sql.of(
                        """
                    insert into samplan.staff
                      (staff_id, subject, organisation_id, branch, role, unit, mandates, valid_from, valid_to)
                    values (?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                        stream,
                        e.subject(),
                        e.organisationId().value(),
                        e.branch(),
                        e.role(),
                        e.unit(),
                        names(e.mandates().stream(), Enum::name),
                        e.from(),
                        e.to());
            case StaffAppointmentEnded e ->
                Sql.of(
                        "update samplan.staff set valid_to = least(valid_to, ?) where staff_id = ?",
                        e.effectiveAt(),
                        stream);
        };
    }

    private static Sql policy(PolicySet e) {
        return Sql.of(
                """
                insert into samplan.policy (policy_id, organisation_id, kind, policy_values, valid_from, valid_to)
                values (?, ?, ?, ?::jsonb, ?, ?)""",
                e.policyId().value(),
                e.organisationId().value(),
                e.kind(),
                JSON.writeValueAsString(e.values()),
                e.validFrom(),
                e.validTo());
    }

    private static Stream<Sql> ofConsent(UUID stream, ConsentEvent event) {
        return switch (event) {
            case ConsentRecorded e ->
                Stream.of(Sql.of(
                        """
                    insert into samplan.ground (ground_id, case_id, parties, kinds, valid_from, valid_to)
                    values (?, ?, ?, ?, ?, ?)""",
                        e.entry(),
                        stream,
                        names(e.parties().stream(), LaneId::toString),
                        names(e.kinds().stream(), Enum::name),
                        e.validFrom(),
                        e.validTo()));
            case ConsentWithdrawn e ->
                Stream.of(Sql.of(
                        "update samplan.ground set valid_to = least(valid_to, ?) where ground_id = ?",
                        e.effectiveAt(),
                        e.entry()));
        };
    }

    private static Stream<Sql> ofCaseworker(UUID stream, CaseworkerEvent event) {
        var staff =
                switch (event) {
                    case CaseworkerAssigned e -> e.caseworker();
                    case CaseHandedOver e -> e.to();
                };
        return Stream.of(
                Sql.of(
                        "update samplan.responsible set valid_to = ? where case_id = ? and lane = ? and valid_to is null",
                        event.effectiveAt(),
                        stream,
                        event.lane().toString()),
                Sql.of("""
                        insert into samplan.responsible (entry_id, case_id, lane, staff_id, valid_from)
                        values (?, ?, ?, ?, ?)""", event.entry(), stream, event.lane().toString(), staff.value(), event.effectiveAt()));
    }

    /** Who answered before one that took over in error answers again, for as long. */
    private static Stream<Sql> corrected(UUID entry) {
        return Stream.of(
                Sql.of("delete from samplan.ground where ground_id = ?", entry),
                Sql.of("""
                        update samplan.responsible before set valid_to = gone.valid_to
                        from samplan.responsible gone
                        where gone.entry_id = ? and before.entry_id = (
                          select entry_id from samplan.responsible
                          where case_id = gone.case_id and lane = gone.lane and valid_to = gone.valid_from
                            and entry_id <> gone.entry_id
                          order by valid_from desc, entry_id limit 1)""", entry),
                Sql.of("delete from samplan.responsible where entry_id = ?", entry));
    }

    /** Whoever is told of an entry by its nature has to do with the person from then on. */
    private static Stream<Sql> told(UUID stream, CaseEvent event) {
        return event.toldTo().stream()
                .filter(lane -> !lane.equals(event.lane()))
                .sorted()
                .map(lane -> Sql.of("""
                        insert into samplan.participant_lane (participant_id, lane, since)
                        select participant_id, ?, ? from samplan.participant where case_id = ?
                        on conflict do nothing""", lane.toString(), event.effectiveAt(), stream));
    }

    private static <T> String[] names(Stream<T> codes, Function<T, String> name) {
        return codes.map(name).toArray(String[]::new);
    }
}

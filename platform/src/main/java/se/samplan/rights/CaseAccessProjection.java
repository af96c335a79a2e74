package se.samplan.rights;

import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.samplan.casework.CaseEvent;
import se.samplan.casework.CaseOpened;
import se.samplan.casework.EnteredInError;
import se.samplan.casework.LaneId;
import se.samplan.caseworker.CaseworkerEvent;
import se.samplan.caseworker.CaseworkerEvent.CaseHandedOver;
import se.samplan.caseworker.CaseworkerEvent.CaseworkerAssigned;
import se.samplan.caseworker.CaseworkerEvent.ResponsibilityEnded;
import se.samplan.clearance.ClearanceEvent;
import se.samplan.collision.CollisionEvent;
import se.samplan.consent.ConsentEvent;
import se.samplan.consent.ConsentEvent.ConsentRecorded;
import se.samplan.consent.ConsentEvent.ConsentWithdrawn;
import se.samplan.enrolment.EnrolmentEvent;
import se.samplan.organisation.StaffId;
import se.samplan.plan.ActivityEvent;
import se.samplan.plan.PlanEvent;
import se.samplan.referral.ReferralEvent;
import se.samplan.registration.RegistrationEvent;
import se.samplan.store.Sql;
import se.samplan.subsidy.SubsidyEvent;

/**
 * Projects the events of cases onto access rows: grounds, responsible caseworkers, and lanes that entries are addressed
 * to.
 */
final class CaseAccessProjection {

    private final String schema;

    CaseAccessProjection(String schema) {
        this.schema = schema;
    }

    Stream<Sql> rows(UUID stream, CaseEvent event) {
        return switch (event) {
            case ConsentEvent consent ->
                Stream.concat(addressed(stream, consent), Stream.of(ofConsent(stream, consent)));
            case CaseworkerEvent caseworker -> ofCaseworker(stream, caseworker);
            case EnteredInError error -> corrected(error.entry());
            case CaseOpened _,
                    ReferralEvent _,
                    EnrolmentEvent _,
                    RegistrationEvent _,
                    PlanEvent _,
                    ActivityEvent _,
                    CollisionEvent _,
                    ClearanceEvent _,
                    SubsidyEvent _ -> addressed(stream, event);
        };
    }

    private Sql ofConsent(UUID stream, ConsentEvent event) {
        return switch (event) {
            case ConsentRecorded e ->
                sql(
                        """
                    insert into %s.ground (ground_id, case_id, parties, kinds, valid_from, valid_to)
                    values (?, ?, ?, ?, ?, ?)""",
                        e.entry(),
                        stream,
                        texts(e.parties().stream(), LaneId::toString),
                        texts(e.kinds().stream(), Enum::name),
                        e.validFrom(),
                        e.validTo());
            case ConsentWithdrawn e ->
                sql(
                        "update %s.ground set valid_to = least(valid_to, ?) where ground_id = ?",
                        e.effectiveAt(), e.entry());
        };
    }

    private Stream<Sql> ofCaseworker(UUID stream, CaseworkerEvent event) {
        return switch (event) {
            case CaseworkerAssigned e -> responsible(stream, e, e.caseworker());
            case CaseHandedOver e -> responsible(stream, e, e.to());
            case ResponsibilityEnded e ->
                Stream.of(sql(
                        "update %s.responsible set valid_to = ?, ended = true where entry_id = ? and valid_to is null",
                        e.effectiveAt(), e.entry()));
        };
    }

    private Stream<Sql> responsible(UUID stream, CaseworkerEvent event, StaffId staff) {
        return Stream.of(
                sql(
                        "update %s.responsible set valid_to = ? where case_id = ? and lane = ? and valid_to is null",
                        event.effectiveAt(), stream, event.lane().toString()),
                sql("""
                        insert into %s.responsible (entry_id, case_id, lane, staff_id, valid_from)
                        values (?, ?, ?, ?, ?)""", event.entry(), stream, event.lane().toString(), staff.value(), event.effectiveAt()));
    }

    /** If an assignment was entered in error, the previous caseworker stays responsible for its period too. */
    private Stream<Sql> corrected(UUID entry) {
        return Stream.of(
                sql("delete from %s.ground where ground_id = ?", entry),
                sql("""
                        update %1$s.responsible before set valid_to = gone.valid_to
                        from %1$s.responsible gone
                        where gone.entry_id = ? and before.entry_id = (
                          select entry_id from %1$s.responsible
                          where case_id = gone.case_id and lane = gone.lane and valid_to = gone.valid_from
                            and entry_id <> gone.entry_id and not ended
                          order by valid_from desc, entry_id limit 1)""", entry),
                sql("delete from %s.responsible where entry_id = ?", entry));
    }

    /** A lane that an entry is addressed to is involved with the person from then on. */
    private Stream<Sql> addressed(UUID stream, CaseEvent event) {
        return event.addressees().stream()
                .filter(lane -> !lane.equals(event.lane()))
                .sorted()
                .map(lane -> sql("""
                        insert into %1$s.participant_lane (participant_id, lane, since)
                        select participant_id, ?, ? from %1$s.participant where case_id = ?
                        on conflict do nothing""", lane.toString(), event.effectiveAt(), stream));
    }

    private Sql sql(String text, @Nullable Object... parameters) {
        return Sql.of(text.formatted(schema), parameters);
    }

    private static <T> String[] texts(Stream<T> codes, Function<T, String> text) {
        return codes.map(text).toArray(String[]::new);
    }
}

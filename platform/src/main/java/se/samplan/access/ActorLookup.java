package se.samplan.access;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.samplan.organisation.Mandate;
import se.samplan.organisation.StaffId;
import se.samplan.refusal.Rejected;
import se.samplan.store.Query;

/** Looks up the caller: the appointments in force now of the person that a token names. */
@Component
public class ActorLookup {

    private final JdbcClient jdbc;
    private final Clock clock;

    /** An appointment in force. */
    public record Appointment(StaffId staffId, Set<Mandate> mandates) {}

    ActorLookup(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Queries a person's appointments in force now, oldest first. */
    public Query<Appointment> appointments(TokenIdentity identity) {
        return Query.of(
                row -> new Appointment(
                        new StaffId(row.getObject(1, UUID.class)),
                        Stream.of((String[]) row.getArray(2).getArray())
                                .map(Mandate::valueOf)
                                .collect(Collectors.toSet())),
                """
                select staff_id, mandates from samplan.staff
                where subject = ? and organisation_id = ? and role = ?
                  and valid_from <= ? and (valid_to is null or valid_to > ?)
                order by valid_from, staff_id""",
                identity.subject(),
                identity.organisation().value(),
                identity.role(),
                clock.instant(),
                clock.instant());
    }

    /**
     * The caller, with the mandates of all appointments to that role in that organisation.
     *
     * @throws Rejected {@code NOT_APPOINTED} if there is none
     */
    public Actor caller(TokenIdentity identity, List<Appointment> appointments) {
        if (appointments.isEmpty()) {
            throw new Rejected(AccessRefusal.NOT_APPOINTED);
        }
        var mandates = EnumSet.noneOf(Mandate.class);
        appointments.forEach(appointment -> mandates.addAll(appointment.mandates()));
        return new Actor(
                appointments.getFirst().staffId(),
                identity.subject(),
                identity.organisation(),
                identity.role(),
                identity.lane(),
                mandates);
    }

    /**
     * The caller, looked up in a query of its own.
     *
     * @throws Rejected {@code NOT_APPOINTED} if there is no appointment in force
     */
    public Actor find(TokenIdentity identity) {
        var query = appointments(identity);
        List<@Nullable Object> parameters =
                query.sql().parameters().stream().map(ActorLookup::plain).toList();
        return caller(
                identity,
                jdbc.sql(query.sql().text())
                        .params(parameters)
                        .query((row, number) -> query.row().read(row))
                        .list());
    }

    private static @Nullable Object plain(@Nullable Object parameter) {
        return switch (parameter) {
            case Enum<?> code -> code.name();
            case Instant instant -> instant.atOffset(ZoneOffset.UTC);
            case null, default -> parameter;
        };
    }
}

package se.samplan.access;

import java.time.Clock;
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

/** Finds by what right somebody calls: the appointments in force now of the person that a token names. */
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

    /** The question for a person's appointments in force now, oldest first. */
    public Query<Appointment> appointments(TokenIdentity claimed) {
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
                claimed.subject(),
                claimed.organisation().value(),
                claimed.role(),
                clock.instant(),
                clock.instant());
    }

    /**
     * Who calls, by all appointments of that role in that organisation together.
     *
     * @throws Rejected {@code NOT_APPOINTED} if there is none
     */
    public Actor caller(TokenIdentity claimed, List<Appointment> appointments) {
        if (appointments.isEmpty()) {
            throw new Rejected(AccessRefusal.NOT_APPOINTED);
        }
        var mandates = EnumSet.noneOf(Mandate.class);
        appointments.forEach(appointment -> mandates.addAll(appointment.mandates()));
        return new Actor(
                appointments.getFirst().staffId(),
                claimed.subject(),
                claimed.organisation(),
                claimed.role(),
                claimed.lane(),
                mandates);
    }

    /**
     * Who calls, with a question of its own.
     *
     * @throws Rejected {@code NOT_APPOINTED} if there is no appointment in force
     */
    public Actor find(TokenIdentity claimed) {
        var query = appointments(claimed);
        List<@Nullable Object> parameters =
                query.sql().parameters().stream().map(ActorLookup::plain).toList();
        return caller(
                claimed,
                jdbc.sql(query.sql().text())
                        .params(parameters)
                        .query((row, number) -> query.row().read(row))
                        .list());
    }

    private static @Nullable Object plain(@Nullable Object parameter) {
        return switch (parameter) {
            case Enum<?> code -> code.name();
            case java.time.Instant instant -> instant.atOffset(java.time.ZoneOffset.UTC);
            case null, default -> parameter;
        };
    }
}

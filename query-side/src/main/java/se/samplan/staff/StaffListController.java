package se.samplan.staff;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import se.samplan.access.AccessRefusal;
import se.samplan.access.Actor;
import se.samplan.organisation.Mandate;
import se.samplan.organisation.OrganisationId;
import se.samplan.organisation.Role;
import se.samplan.refusal.Rejected;

/** Lists the caller, and the appointments of the caller's organisation; operators see all organisations. */
@RestController
@RequestMapping("/api")
class StaffListController {

    private final JdbcClient jdbc;

    /**
     * An appointment.
     *
     * @param to its exclusive end; null if open
     */
    record Appointment(
            UUID staffId,
            String subject,
            Role role,
            @Nullable String unit,
            List<Mandate> mandates,
            Instant from,
            @Nullable Instant to) {}

    StaffListController(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @GetMapping("/me")
    Actor me(Actor actor) {
        return actor;
    }

    @GetMapping("/staff")
    Map<String, List<Appointment>> staff(@RequestParam OrganisationId organisation, Actor actor) {
        Rejected.unless(
                actor.role() == Role.OPERATOR || actor.organisation().equals(organisation), AccessRefusal.NOT_ALLOWED);
        return Map.of(
                "staff",
                jdbc.sql("""
                                select staff_id, subject, role, unit, mandates, valid_from, valid_to from samplan.staff
                                where organisation_id = ? order by role, subject, valid_from, staff_id""")
                        .param(organisation.value())
                        .query((row, number) -> new Appointment(
                                row.getObject(1, UUID.class),
                                row.getString(2),
                                Role.valueOf(row.getString(3)),
                                row.getString(4),
                                List.of((String[]) row.getArray(5).getArray()).stream()
                                        .map(Mandate::valueOf)
                                        .toList(),
                                row.getObject(6, OffsetDateTime.class).toInstant(),
                                instant(row.getObject(7, OffsetDateTime.class))))
                        .list());
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}

package se.samplan.issuer;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The appointments in force now, according to the events of organisations and staff. */
class Appointments {

    private static final String IN_FORCE = " FROM samplan.staff WHERE role = :role AND valid_from <= now()"
            + " AND (valid_to IS NULL OR valid_to > now())";

    private final JdbcClient database;

    Appointments(JdbcClient database) {
        this.database = database;
    }

    /** Those in the role, filtered by organisation and person if given; the demo organisation's first. */
    List<Appointment> of(DemoRole role, @Nullable String organisation, @Nullable String person) {
        return database.sql("SELECT DISTINCT subject, organisation_id, organisation_id <> :demo AS elsewhere" + IN_FORCE
                        + " AND organisation_id = coalesce(:organisation, organisation_id)"
                        + " AND subject = coalesce(:person, subject)"
                        + " ORDER BY elsewhere, organisation_id, subject LIMIT 20")
                .param("role", role.name())
                .param("demo", role.organisation())
                .param("organisation", organisation, java.sql.Types.VARCHAR)
                .param("person", person, java.sql.Types.VARCHAR)
                .query((row, number) -> new Appointment(row.getString("subject"), row.getString("organisation_id")))
                .list();
    }
}

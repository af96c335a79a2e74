package se.samplan.rights;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.samplan.organisation.OrganisationId;
import se.samplan.organisation.OrganisationKind;

/** The organisations' names; cached, since a registered organisation never changes. */
@Component
public class Organisations {

    private final JdbcClient jdbc;
    private final Map<OrganisationId, Named> known = new ConcurrentHashMap<>();

    /** An organisation with its kind and name. */
    public record Named(OrganisationId organisationId, OrganisationKind kind, String name) {}

    Organisations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The organisation; null if none is registered under that id. */
    public @Nullable Named find(OrganisationId id) {
        var named = known.get(id);
        if (named == null) {
            named = jdbc.sql("select kind, name from samplan.organisation where organisation_id = ?")
                    .param(id.value())
                    .query((row, number) -> new Named(id, OrganisationKind.valueOf(row.getString(1)), row.getString(2)))
                    .optional()
                    .orElse(null);
            if (named != null) {
                known.put(id, named);
            }
        }
        return named;
    }

    /** Its name, or its id if none is registered under that id. */
    public String name(OrganisationId id) {
        var named = find(id);
        return named == null ? id.value() : named.name();
    }
}

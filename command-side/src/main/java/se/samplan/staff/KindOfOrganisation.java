package se.samplan.staff;

import se.samplan.command.Fact;
import se.samplan.organisation.OrganisationId;
import se.samplan.store.Query;

/** The kind of an organisation that a command names; absent if there is none of that id. */
public final class KindOfOrganisation {

    public static final String KEY = "kindOfOrganisation";

    private KindOfOrganisation() {}

    public static Fact<String> of(OrganisationId organisation) {
        return Fact.first(
                KEY,
                Query.of(
                        row -> row.getString(1),
                        "select kind from samplan.organisation where organisation_id = ?",
                        organisation.value()));
    }
}

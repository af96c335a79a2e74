package se.samplan.command;

import se.samplan.organisation.OrganisationId;

/** A command that names an organisation. */
public interface NamesOrganisation {

    OrganisationId organisationId();
}

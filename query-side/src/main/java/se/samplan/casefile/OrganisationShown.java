package se.samplan.casefile;

import se.samplan.organisation.OrganisationId;

/** An organisation by its name. */
public record OrganisationShown(OrganisationId organisationId, String name) {}

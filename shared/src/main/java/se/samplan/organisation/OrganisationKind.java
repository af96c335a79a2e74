package se.samplan.organisation;

/** What an organisation is. */
public enum OrganisationKind {
    MUNICIPALITY,
    AGENCY,
    AGENCY_OFFICE,
    PROVIDER,
    REGION,
    NATION
}

package se.samplan.staff;

/** What an organisation is. */
public enum OrganisationKind {
    MUNICIPALITY,
    AGENCY,
    AGENCY_OFFICE,
    PROVIDER,
    REGION,
    NATION
}

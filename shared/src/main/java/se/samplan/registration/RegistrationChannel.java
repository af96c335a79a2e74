package se.samplan.registration;

/** How the person registered with the agency. */
public enum RegistrationChannel {
    DIGITAL,
    SERVICE_OFFICE,
    WITH_LABOUR_MARKET_UNIT
}

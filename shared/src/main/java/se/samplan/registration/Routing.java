package se.samplan.registration;

/** Where the agency sent the person after registration. */
public enum Routing {
    PERSONAL_REMOTE_MEETING,
    LOCAL_OFFICE,
    PROVIDER
}

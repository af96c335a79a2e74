package se.samplan.subsidy;

/** The state of a request for a subsidy decision. */
public enum SubsidyState {
    REQUESTED,
    PROPOSED,
    APPROVED,
    REFUSED,
    WITHDRAWN,
    LAPSED
}

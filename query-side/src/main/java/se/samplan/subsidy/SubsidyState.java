package se.samplan.subsidy;

/** How far a request for a subsidy decision has come. */
public enum SubsidyState {
    REQUESTED,
    PROPOSED,
    APPROVED,
    REFUSED,
    WITHDRAWN,
    LAPSED
}

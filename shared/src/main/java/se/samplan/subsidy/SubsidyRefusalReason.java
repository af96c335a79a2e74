package se.samplan.subsidy;

/** Why the agency refuses a subsidy. */
public enum SubsidyRefusalReason {
    NOT_ELIGIBLE,
    EMPLOYER_NOT_APPROVED,
    NO_FUNDS,
    INSUFFICIENT_INFORMATION,
    OTHER
}

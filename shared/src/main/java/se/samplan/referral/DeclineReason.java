package se.samplan.referral;

/** Why the labour-market unit does not take the person. */
public enum DeclineReason {
    ENTRY_CRITERIA_NOT_MET,
    NO_PLACE,
    NEEDS_OTHER_SUPPORT,
    WRONG_MUNICIPALITY,
    OTHER
}

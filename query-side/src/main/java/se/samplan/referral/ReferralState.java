package se.samplan.referral;

/** The state of a referral. */
public enum ReferralState {
    OPEN,
    OVERDUE,
    ACCEPTED,
    DECLINED,
    WITHDRAWN
}

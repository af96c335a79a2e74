package se.samplan.referral;

/** How far a referral has come. */
public enum ReferralState {
    OPEN,
    OVERDUE,
    ACCEPTED,
    DECLINED,
    WITHDRAWN
}

package se.samplan.referral;

/** Why the referring party withdraws the referral. */
public enum WithdrawalReason {
    FOUND_WORK,
    MOVED,
    PARTICIPANT_DECLINED,
    MADE_BY_MISTAKE,
    OTHER
}

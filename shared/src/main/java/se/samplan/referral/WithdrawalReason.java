package se.samplan.referral;

/** Why the one who referred takes the referral back. */
public enum WithdrawalReason {
    FOUND_WORK,
    MOVED,
    PARTICIPANT_DECLINED,
    MADE_BY_MISTAKE,
    OTHER
}

package se.samplan.casework;

import se.samplan.referral.Referrals;

/** Breaks the rule that the vocabulary of a case knows no capability. */
public record KnowsACapability(Referrals referrals) {}

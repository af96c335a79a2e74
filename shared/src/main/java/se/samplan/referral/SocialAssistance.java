package se.samplan.referral;

/** How far the person lives on social assistance. */
public enum SocialAssistance {
    NONE,
    FULL,
    SUPPLEMENTARY
}

package se.samplan.refusal;

/**
 * What a refusal says; texts may change, codes may not.
 *
 * @param sv what is the case and what to do next, in Swedish
 * @param en the same in English
 */
public record Wording(Kind kind, String sv, String en) {}

package se.samplan.text;

/** A code with its text in Swedish and English; clients rely on the code, the texts may change. */
public record Coded(String code, String sv, String en) {}

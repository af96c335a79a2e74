package se.samplan.text;

/** One sentence in Swedish and English. */
public record Sentence(String sv, String en) {}

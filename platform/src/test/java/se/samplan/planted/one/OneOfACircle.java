package se.samplan.planted.one;

import se.samplan.planted.other.OtherOfACircle;

/** Breaks the rule that packages form no circles, so that its test can show that it finds one. */
public record OneOfACircle(OtherOfACircle other) {}

package se.samplan.casework;

import se.samplan.http.Moment;

/** Breaks the rule that the words of a case need nothing that runs. */
public record SpeaksOfHttp(Moment moment) {}

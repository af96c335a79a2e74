package forgotten;

import se.samplan.fold.CaseEntry;

/** An entry that nobody gave the name under which documents would store it. */
public record ForgottenEntry() implements CaseEntry {}

package se.samplan.referral;

import se.samplan.http.Moment;

/** Breaks the rule that decisions know nothing of HTTP. */
public record KnowsHttp(Moment moment) {}

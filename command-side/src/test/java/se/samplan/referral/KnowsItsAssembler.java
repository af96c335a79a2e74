package se.samplan.referral;

import se.samplan.coordination.CoordinationCase;

/** Breaks the rule that a capability does not know the case that assembles it. */
public record KnowsItsAssembler(CoordinationCase coordinationCase) {}

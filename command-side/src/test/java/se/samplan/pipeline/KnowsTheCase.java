package se.samplan.pipeline;

import se.samplan.coordination.CoordinationCase;

/** Breaks the rule that commands are sent without knowing what decides them. */
public record KnowsTheCase(CoordinationCase coordinationCase) {}

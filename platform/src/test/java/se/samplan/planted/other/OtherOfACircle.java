package se.samplan.planted.other;

import org.jspecify.annotations.Nullable;
import se.samplan.planted.one.OneOfACircle;

/** The other half of the circle. */
public record OtherOfACircle(@Nullable OneOfACircle one) {}

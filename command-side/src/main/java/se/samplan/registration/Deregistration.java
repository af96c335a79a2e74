package se.samplan.registration;

import org.jspecify.annotations.Nullable;
import se.samplan.casework.Sealed;
import se.samplan.command.EffectiveAt;

/** How a registration ended. */
record Deregistration(DeregistrationReason reason, @Nullable Sealed explanation, EffectiveAt effectiveAt) {}

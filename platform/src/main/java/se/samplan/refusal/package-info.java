/** Refusals, each with a stable code. */
@NullMarked
package se.samplan.refusal;

import org.jspecify.annotations.NullMarked;

/** Refusals: what may not be is refused with a stable code. */
@NullMarked
package se.samplan.refusal;

import org.jspecify.annotations.NullMarked;

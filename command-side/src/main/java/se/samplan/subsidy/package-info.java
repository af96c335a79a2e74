/** Subsidy decisions: asked for by the municipality, decided by the agency before the employer's window closes. */
@NullMarked
package se.samplan.subsidy;

import org.jspecify.annotations.NullMarked;

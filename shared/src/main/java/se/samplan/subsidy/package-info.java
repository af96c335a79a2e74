/** Subsidy decisions: the agency's answer to a wanted wage subsidy before its window closes. */
@NullMarked
package se.samplan.subsidy;

import org.jspecify.annotations.NullMarked;

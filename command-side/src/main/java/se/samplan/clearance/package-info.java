/** Decides on clearances. */
@NullMarked
package se.samplan.clearance;

import org.jspecify.annotations.NullMarked;

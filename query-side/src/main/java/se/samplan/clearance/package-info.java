/** Clearances as the views show them. */
@NullMarked
package se.samplan.clearance;

import org.jspecify.annotations.NullMarked;

/** Clearances: the go-ahead of the agency for a municipal activity beside its own. */
@NullMarked
package se.samplan.clearance;

import org.jspecify.annotations.NullMarked;

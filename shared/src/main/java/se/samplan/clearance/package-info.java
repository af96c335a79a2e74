/** Clearances: the agency's go-ahead for a municipal activity alongside its own. */
@NullMarked
package se.samplan.clearance;

import org.jspecify.annotations.NullMarked;

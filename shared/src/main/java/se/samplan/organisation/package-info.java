/** Who takes part: organisations, branches, roles, mandates, and the ids of their staff. */
@NullMarked
package se.samplan.organisation;

import org.jspecify.annotations.NullMarked;

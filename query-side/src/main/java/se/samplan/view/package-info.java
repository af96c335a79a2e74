/** The views that readers query, and the coordinator that chooses the build they see. */
@NullMarked
package se.samplan.view;

import org.jspecify.annotations.NullMarked;

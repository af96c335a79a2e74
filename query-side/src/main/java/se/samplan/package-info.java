/** Shows what happened in the cases, to each reader what that reader may know. */
@NullMarked
package se.samplan;

import org.jspecify.annotations.NullMarked;

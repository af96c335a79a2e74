/** Collisions between the activities of two lanes. */
@NullMarked
package se.samplan.collision;

import org.jspecify.annotations.NullMarked;

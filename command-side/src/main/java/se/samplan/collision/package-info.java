/** Finds collisions and keeps them until they are settled. */
@NullMarked
package se.samplan.collision;

import org.jspecify.annotations.NullMarked;

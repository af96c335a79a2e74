/** Collisions as the views show them. */
@NullMarked
package se.samplan.collision;

import org.jspecify.annotations.NullMarked;

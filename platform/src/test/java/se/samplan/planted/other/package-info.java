/** Half of a circle of packages. */
@NullMarked
package se.samplan.planted.other;

import org.jspecify.annotations.NullMarked;

/** Half of a circle of packages. */
@NullMarked
package se.samplan.planted.one;

import org.jspecify.annotations.NullMarked;

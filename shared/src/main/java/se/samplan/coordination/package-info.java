/** The coordination case: what every entry of it has in common, and who may know it. */
@NullMarked
package se.samplan.coordination;

import org.jspecify.annotations.NullMarked;

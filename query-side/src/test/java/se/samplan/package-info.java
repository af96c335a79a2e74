/** Tests of the query side as a whole. */
@NullMarked
package se.samplan;

import org.jspecify.annotations.NullMarked;

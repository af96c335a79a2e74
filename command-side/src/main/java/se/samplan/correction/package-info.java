/** Marks entries as entered in error. */
@NullMarked
package se.samplan.correction;

import org.jspecify.annotations.NullMarked;

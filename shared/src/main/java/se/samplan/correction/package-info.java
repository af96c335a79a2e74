/** Corrections: what was entered in error stays in the history and leaves the views. */
@NullMarked
package se.samplan.correction;

import org.jspecify.annotations.NullMarked;

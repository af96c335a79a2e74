/** Compares what is shown with a fresh fold of the events. */
@NullMarked
package se.samplan.check;

import org.jspecify.annotations.NullMarked;

/** Checks the views against a fresh fold of the events. */
@NullMarked
package se.samplan.check;

import org.jspecify.annotations.NullMarked;

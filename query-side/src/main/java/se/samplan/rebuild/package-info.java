/** Rebuilds all views from the streams. */
@NullMarked
package se.samplan.rebuild;

import org.jspecify.annotations.NullMarked;

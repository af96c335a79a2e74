/** Runs both sides of Samplan in one process, with embedded stores unless others are configured. */
@NullMarked
package se.samplan;

import org.jspecify.annotations.NullMarked;

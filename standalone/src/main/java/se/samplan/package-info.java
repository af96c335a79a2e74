/** The process that holds both sides of Samplan, with embedded stores where no others are named. */
@NullMarked
package se.samplan;

import org.jspecify.annotations.NullMarked;

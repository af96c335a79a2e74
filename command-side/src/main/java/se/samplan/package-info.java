/** The command side of Samplan. */
@NullMarked
package se.samplan;

import org.jspecify.annotations.NullMarked;

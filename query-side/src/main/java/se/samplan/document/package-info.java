/** The documents that hold folded cases, and how they are written. */
@NullMarked
package se.samplan.document;

import org.jspecify.annotations.NullMarked;

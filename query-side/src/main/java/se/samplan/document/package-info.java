/** How folded cases stand in documents, and how these are written. */
@NullMarked
package se.samplan.document;

import org.jspecify.annotations.NullMarked;

/** Every event that is stored: one sealed tree, whose leaves are the catalogue. */
@NullMarked
package se.samplan.event;

import org.jspecify.annotations.NullMarked;

/** The plain history of a case, cut to what its reader may know. */
@NullMarked
package se.samplan.history;

import org.jspecify.annotations.NullMarked;

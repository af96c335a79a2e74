/** The plain history of a case, redacted for its reader. */
@NullMarked
package se.samplan.history;

import org.jspecify.annotations.NullMarked;

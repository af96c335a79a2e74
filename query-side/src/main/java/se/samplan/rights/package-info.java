/** Who may read what: rows of rights, and the log of what was read. */
@NullMarked
package se.samplan.rights;

import org.jspecify.annotations.NullMarked;

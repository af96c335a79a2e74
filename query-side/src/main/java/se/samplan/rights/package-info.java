/** Who may read what: the access rows, and the access log. */
@NullMarked
package se.samplan.rights;

import org.jspecify.annotations.NullMarked;

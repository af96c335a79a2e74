/** Projects events onto the rows that decide access: written by one side, compared with the events by the other. */
@NullMarked
package se.samplan.rights;

import org.jspecify.annotations.NullMarked;

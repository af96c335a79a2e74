/** The rows that decide rights, as they follow from events: written by one side, compared with the events by the other. */
@NullMarked
package se.samplan.rights;

import org.jspecify.annotations.NullMarked;

/** Who works where: an organisation's appointments, and the caller's own. */
@NullMarked
package se.samplan.staff;

import org.jspecify.annotations.NullMarked;

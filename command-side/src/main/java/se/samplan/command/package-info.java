/** How a command gets from the door to its stream: rights, idempotency, two round trips, one answer. */
@NullMarked
package se.samplan.command;

import org.jspecify.annotations.NullMarked;

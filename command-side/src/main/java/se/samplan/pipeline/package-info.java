/** How a command is sent: rights, idempotency, two round trips, one answer. */
@NullMarked
package se.samplan.pipeline;

import org.jspecify.annotations.NullMarked;

/** Signs of life between processes: leases, and who is alive. */
@NullMarked
package se.samplan.heartbeat;

import org.jspecify.annotations.NullMarked;

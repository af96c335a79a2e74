/** Heartbeats between processes: liveness and leases. */
@NullMarked
package se.samplan.heartbeat;

import org.jspecify.annotations.NullMarked;

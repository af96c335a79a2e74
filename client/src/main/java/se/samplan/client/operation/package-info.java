/** Checks and rebuilds of a running Samplan, started and watched. */
@NullMarked
package se.samplan.client.operation;

import org.jspecify.annotations.NullMarked;

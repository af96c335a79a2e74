/** Commands that talk to a running Samplan over HTTP. */
@NullMarked
package se.samplan.client;

import org.jspecify.annotations.NullMarked;

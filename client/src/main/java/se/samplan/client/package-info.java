/** The commands that talk to a running Samplan over HTTP; they share no code with the server. */
@NullMarked
package se.samplan.client;

import org.jspecify.annotations.NullMarked;

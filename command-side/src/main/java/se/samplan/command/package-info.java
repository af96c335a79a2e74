/** The vocabulary of commands: what they declare, what they need to know, and their metadata. */
@NullMarked
package se.samplan.command;

import org.jspecify.annotations.NullMarked;

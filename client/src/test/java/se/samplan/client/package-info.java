/** Tests of the commands, against a server of this JDK in the place of Samplan. */
@NullMarked
package se.samplan.client;

import org.jspecify.annotations.NullMarked;

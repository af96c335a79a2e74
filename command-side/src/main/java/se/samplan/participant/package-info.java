/** Registers people and protects their identities. */
@NullMarked
package se.samplan.participant;

import org.jspecify.annotations.NullMarked;

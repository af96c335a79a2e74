/** The register of participants: who is in the system, never by identity number. */
@NullMarked
package se.samplan.participant;

import org.jspecify.annotations.NullMarked;

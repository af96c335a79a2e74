/** The register of participants: takes identity numbers in and gives participant ids out. */
@NullMarked
package se.samplan.participant;

import org.jspecify.annotations.NullMarked;

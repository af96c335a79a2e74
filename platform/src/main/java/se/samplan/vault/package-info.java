/** The vault of identity numbers, and the sealing of every personal field: what only a key can read. */
@NullMarked
package se.samplan.vault;

import org.jspecify.annotations.NullMarked;

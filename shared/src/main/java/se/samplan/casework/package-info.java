/** The stored vocabulary of a coordination case: its ids, lanes, kinds of information, and who may know what. */
@NullMarked
package se.samplan.casework;

import org.jspecify.annotations.NullMarked;

/** The vocabulary of a case that its capabilities share: commands, refusals, answers, deadlines, knowledge. */
@NullMarked
package se.samplan.casework;

import org.jspecify.annotations.NullMarked;

/** The folded state of a case, from which plans, work lists and histories are read. */
@NullMarked
package se.samplan.casefile;

import org.jspecify.annotations.NullMarked;

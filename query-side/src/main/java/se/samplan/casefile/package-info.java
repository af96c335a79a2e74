/** The folded state of a case, which plans, work lists and histories are all read from. */
@NullMarked
package se.samplan.casefile;

import org.jspecify.annotations.NullMarked;

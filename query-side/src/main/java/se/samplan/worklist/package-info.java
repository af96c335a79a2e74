/** Work lists: what waits for whom. */
@NullMarked
package se.samplan.worklist;

import org.jspecify.annotations.NullMarked;

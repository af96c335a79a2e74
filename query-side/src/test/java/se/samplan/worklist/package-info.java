/** Tests of what is shown. */
@NullMarked
package se.samplan.worklist;

import org.jspecify.annotations.NullMarked;

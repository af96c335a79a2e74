/** Tests of what is shown. */
@NullMarked
package se.samplan.history;

import org.jspecify.annotations.NullMarked;

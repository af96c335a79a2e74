/** Operations that operators start and watch: checks of the views against the events, and rebuilds. */
@NullMarked
package se.samplan.operation;

import org.jspecify.annotations.NullMarked;

/** What operators start and watch: checks of what is shown against the events, and rebuilds of it. */
@NullMarked
package se.samplan.operation;

import org.jspecify.annotations.NullMarked;

/** The parallel plans of a participant, cut to what their reader may know. */
@NullMarked
package se.samplan.plans;

import org.jspecify.annotations.NullMarked;

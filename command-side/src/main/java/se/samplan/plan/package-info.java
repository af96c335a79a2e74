/** Decides on plans, goals and activities. */
@NullMarked
package se.samplan.plan;

import org.jspecify.annotations.NullMarked;

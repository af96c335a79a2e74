/** Decides on enrolments and how they end. */
@NullMarked
package se.samplan.enrolment;

import org.jspecify.annotations.NullMarked;

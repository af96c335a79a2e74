/** Enrolments as the views show them. */
@NullMarked
package se.samplan.enrolment;

import org.jspecify.annotations.NullMarked;

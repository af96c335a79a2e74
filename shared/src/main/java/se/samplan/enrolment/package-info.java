/** Enrolments: the periods a person takes part at the labour-market unit, and how they ended. */
@NullMarked
package se.samplan.enrolment;

import org.jspecify.annotations.NullMarked;

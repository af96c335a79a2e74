/** Responsible caseworkers: who answers for one lane of a case. */
@NullMarked
package se.samplan.caseworker;

import org.jspecify.annotations.NullMarked;

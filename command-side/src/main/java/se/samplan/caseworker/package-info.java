/** Decides who answers for a lane. */
@NullMarked
package se.samplan.caseworker;

import org.jspecify.annotations.NullMarked;

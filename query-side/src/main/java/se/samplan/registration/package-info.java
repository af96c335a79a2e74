/** Registrations with the agency as the views show them. */
@NullMarked
package se.samplan.registration;

import org.jspecify.annotations.NullMarked;

/** Records registrations with the agency. */
@NullMarked
package se.samplan.registration;

import org.jspecify.annotations.NullMarked;

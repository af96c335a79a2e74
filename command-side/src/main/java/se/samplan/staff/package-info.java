/** Registers organisations and appoints people. */
@NullMarked
package se.samplan.staff;

import org.jspecify.annotations.NullMarked;

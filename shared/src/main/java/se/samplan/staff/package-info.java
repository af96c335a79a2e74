/** Organisations, the people who work in them, their roles and mandates over time. */
@NullMarked
package se.samplan.staff;

import org.jspecify.annotations.NullMarked;

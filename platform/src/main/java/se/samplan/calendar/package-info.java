/** The calendar that days are counted by. */
@NullMarked
package se.samplan.calendar;

import org.jspecify.annotations.NullMarked;

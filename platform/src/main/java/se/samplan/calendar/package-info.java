/** Days and instants in Sweden's calendar. */
@NullMarked
package se.samplan.calendar;

import org.jspecify.annotations.NullMarked;

/** The Swedish and English texts: one table, {@code texts.properties}, for codes, events, refusals and reports. */
@NullMarked
package se.samplan.text;

import org.jspecify.annotations.NullMarked;

/** The Swedish and English text of every code. */
@NullMarked
package se.samplan.text;

import org.jspecify.annotations.NullMarked;

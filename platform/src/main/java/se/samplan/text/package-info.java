/** The Swedish and English text of every code: one catalogue, to which each module brings the table of its own codes. */
@NullMarked
package se.samplan.text;

import org.jspecify.annotations.NullMarked;

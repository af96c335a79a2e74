/** Tests of what is shown. */
@NullMarked
package se.samplan.text;

import org.jspecify.annotations.NullMarked;

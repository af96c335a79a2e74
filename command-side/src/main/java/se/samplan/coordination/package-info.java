/** The coordination case: assembles the capabilities and shows who may look at whom. */
@NullMarked
package se.samplan.coordination;

import org.jspecify.annotations.NullMarked;

/** The coordination case: assembles the capabilities and decides which may use which. */
@NullMarked
package se.samplan.coordination;

import org.jspecify.annotations.NullMarked;

/** Decides on wage subsidies. */
@NullMarked
package se.samplan.subsidy;

import org.jspecify.annotations.NullMarked;

/** Subsidy requests as the views show them. */
@NullMarked
package se.samplan.subsidy;

import org.jspecify.annotations.NullMarked;

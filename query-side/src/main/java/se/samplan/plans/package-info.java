/** A participant's parallel plans, redacted for their reader. */
@NullMarked
package se.samplan.plans;

import org.jspecify.annotations.NullMarked;

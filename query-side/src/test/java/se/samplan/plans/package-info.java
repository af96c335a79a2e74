/** Tests of what is shown. */
@NullMarked
package se.samplan.plans;

import org.jspecify.annotations.NullMarked;

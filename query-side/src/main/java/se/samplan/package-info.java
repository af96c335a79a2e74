/** Shows each reader what happened in the cases, as far as that reader may know it. */
@NullMarked
package se.samplan;

import org.jspecify.annotations.NullMarked;

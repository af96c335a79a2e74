/** Tests of what is shown. */
@NullMarked
package se.samplan.report;

import org.jspecify.annotations.NullMarked;

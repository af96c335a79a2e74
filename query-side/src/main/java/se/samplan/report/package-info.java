/** Reports in the national statistics' own tables. */
@NullMarked
package se.samplan.report;

import org.jspecify.annotations.NullMarked;

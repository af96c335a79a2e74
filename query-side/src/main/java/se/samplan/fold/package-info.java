/** Pure folds of a case: the facts of its entries, in whatever order they were recorded. */
@NullMarked
package se.samplan.fold;

import org.jspecify.annotations.NullMarked;

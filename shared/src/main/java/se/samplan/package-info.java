/** Samplan: coordinates the cases of people who have one plan at their municipality and another at the agency. */
@NullMarked
package se.samplan;

import org.jspecify.annotations.NullMarked;

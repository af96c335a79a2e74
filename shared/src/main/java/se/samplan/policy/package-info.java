/** Policies: rules that an organisation sets for itself, with dates. */
@NullMarked
package se.samplan.policy;

import org.jspecify.annotations.NullMarked;

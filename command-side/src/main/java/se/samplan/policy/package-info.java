/** Sets policies, and knows which of them is in force on a day. */
@NullMarked
package se.samplan.policy;

import org.jspecify.annotations.NullMarked;

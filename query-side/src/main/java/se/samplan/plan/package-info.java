/** Plans, goals and activities as the views show them. */
@NullMarked
package se.samplan.plan;

import org.jspecify.annotations.NullMarked;

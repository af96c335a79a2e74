/** Plans, goals and activities of each lane. */
@NullMarked
package se.samplan.plan;

import org.jspecify.annotations.NullMarked;

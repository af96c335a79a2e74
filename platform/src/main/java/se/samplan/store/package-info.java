/** The event store: events appended to PostgreSQL, and read back without losing one. */
@NullMarked
package se.samplan.store;

import org.jspecify.annotations.NullMarked;

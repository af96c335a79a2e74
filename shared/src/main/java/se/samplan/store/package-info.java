/** The event store: one append-only table in PostgreSQL, and ways to read it that never skip an event. */
@NullMarked
package se.samplan.store;

import org.jspecify.annotations.NullMarked;

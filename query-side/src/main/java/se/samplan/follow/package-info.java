/** Follows the event store and keeps the documents of a build up to date. */
@NullMarked
package se.samplan.follow;

import org.jspecify.annotations.NullMarked;

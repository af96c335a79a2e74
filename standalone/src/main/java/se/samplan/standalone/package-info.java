/** What Samplan needs to run as one process: the data directory, PostgreSQL, MongoDB. */
@NullMarked
package se.samplan.standalone;

import org.jspecify.annotations.NullMarked;

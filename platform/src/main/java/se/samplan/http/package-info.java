/** What the two APIs share: the caller, positions, and refusals as problems. */
@NullMarked
package se.samplan.http;

import org.jspecify.annotations.NullMarked;

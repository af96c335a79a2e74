/** What the two APIs have in common: who calls, positions, and refusals as problems. */
@NullMarked
package se.samplan.http;

import org.jspecify.annotations.NullMarked;

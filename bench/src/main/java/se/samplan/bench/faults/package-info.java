/** Faults that Samplan lives through: processes killed and frozen, clocks that differ, under load, and what came of it. */
@NullMarked
package se.samplan.bench.faults;

import org.jspecify.annotations.NullMarked;

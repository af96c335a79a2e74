@NullMarked
package se.samplan.bench.faults;

import org.jspecify.annotations.NullMarked;

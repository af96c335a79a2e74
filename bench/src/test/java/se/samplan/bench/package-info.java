@NullMarked
package se.samplan.bench;

import org.jspecify.annotations.NullMarked;

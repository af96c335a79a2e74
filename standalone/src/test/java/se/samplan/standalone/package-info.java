/** Tests of the data directory and the stores, in this process and in real ones. */
@NullMarked
package se.samplan.standalone;

import org.jspecify.annotations.NullMarked;

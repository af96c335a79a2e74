/** Who acts, and which cases they may touch. */
@NullMarked
package se.samplan.access;

import org.jspecify.annotations.NullMarked;

/** The builds of all views: which there are, which are in the making, and who makes them. */
@NullMarked
package se.samplan.build;

import org.jspecify.annotations.NullMarked;

/** The builds of the views: which one is current, and which is pending. */
@NullMarked
package se.samplan.build;

import org.jspecify.annotations.NullMarked;

/** Makes a build of all views anew from the streams. */
@NullMarked
package se.samplan.rebuild;

import org.jspecify.annotations.NullMarked;

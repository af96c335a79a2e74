/** Tests of the command side as others meet it: through HTTP and its store. */
@NullMarked
package se.samplan.web;

import org.jspecify.annotations.NullMarked;

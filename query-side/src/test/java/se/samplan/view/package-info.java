/** Tests of the folds and of the follower. */
@NullMarked
package se.samplan.view;

import org.jspecify.annotations.NullMarked;

/** Views of cases: pure folds of their streams, and the follower that keeps them. */
@NullMarked
package se.samplan.view;

import org.jspecify.annotations.NullMarked;

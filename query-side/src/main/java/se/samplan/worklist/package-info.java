/** Work lists: who has to do what. */
@NullMarked
package se.samplan.worklist;

import org.jspecify.annotations.NullMarked;

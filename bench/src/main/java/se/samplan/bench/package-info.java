/** What measures Samplan: against bare baselines, in the same run, over processes of its own. */
@NullMarked
package se.samplan.bench;

import org.jspecify.annotations.NullMarked;

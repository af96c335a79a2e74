package se.samplan.rights;

import java.util.List;

/**
 * The result of a comparison.
 *
 * @param count the number of differences
 * @param first the first of them, at most {@value #SHOWN}
 */
public record RightsDifferences(long count, List<RightsDifference> first) {

    static final int SHOWN = 100;
}

package se.samplan.rights;

import java.util.List;

/**
 * What came out of a comparison.
 *
 * @param count how many differences there are
 * @param first the first of them, at most {@value #SHOWN}
 */
public record RightsDifferences(long count, List<RightsDifference> first) {

    static final int SHOWN = 100;
}

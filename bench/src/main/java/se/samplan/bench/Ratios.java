package se.samplan.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The paired ratios of one figure, or the numbers of its rounds. */
final class Ratios {

    /** Whose middle half spreads over more than this share of their median say nothing. */
    private static final double LARGEST_SPREAD = 0.2;

    private final List<Double> sorted = new ArrayList<>();

    static Ratios of(double... values) {
        var ratios = new Ratios();
        for (var value : values) {
            ratios.add(value);
        }
        return ratios;
    }

    void add(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("not measured: " + value);
        }
        sorted.add(value);
        Collections.sort(sorted);
    }

    int count() {
        return sorted.size();
    }

    double median() {
        return quantile(0.5);
    }

    double min() {
        return sorted.getFirst();
    }

    double max() {
        return sorted.getLast();
    }

    /** The interquartile range as a share of the median. */
    double spread() {
        return (quantile(0.75) - quantile(0.25)) / median();
    }

    boolean areVoid() {
        return spread() > LARGEST_SPREAD;
    }

    private double quantile(double share) {
        var place = share * (sorted.size() - 1);
        var below = (int) place;
        var above = Math.min(below + 1, sorted.size() - 1);
        return sorted.get(below) + (place - below) * (sorted.get(above) - sorted.get(below));
    }
}

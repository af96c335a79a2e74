package se.samplan.bench;

import java.util.ArrayList;
import java.util.List;

/** Measures a baseline and its subjects in turn, again and again, so that what disturbs one disturbs the others. */
final class Pairs {

    /** Runs for a window and says how much or how long; more is better or worse, as its ratio has it. */
    @FunctionalInterface
    interface Side {
        double measure() throws Exception;
    }

    private final Effort effort;
    private final Progress progress;

    Pairs(Effort effort, Progress progress) {
        this.effort = effort;
        this.progress = progress;
    }

    /** For each subject its ratios to the baseline; more pairs are run while any of them lie too far apart. */
    List<Ratios> run(Side baseline, Side... subjects) throws Exception {
        var ratios = new ArrayList<Ratios>();
        for (int i = 0; i < subjects.length; i++) {
            ratios.add(new Ratios());
        }
        for (int pair = 1; isToGoOn(pair, ratios); pair++) {
            progress.step("pair %d of %d".formatted(pair, Math.max(pair, effort.pairs())));
            var bare = baseline.measure();
            for (int i = 0; i < subjects.length; i++) {
                ratios.get(i).add(subjects[i].measure() / bare);
            }
        }
        return ratios;
    }

    private boolean isToGoOn(int pair, List<Ratios> ratios) {
        return pair <= effort.pairs()
                || pair <= effort.atMost() && ratios.stream().anyMatch(Ratios::areVoid);
    }
}

package se.samplan.bench.faults;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Lets faults strike until each kind has landed as often as asked, and judges after every few. */
final class Run {

    private static final int BETWEEN_JUDGEMENTS = 10;

    /** One that does not land is repeated, but not for ever. */
    private static final int TRIES = 3;

    private final List<Asked> asked;
    private final Path folder;
    private final Path file;
    private final PrintWriter err;
    private FaultTally tally;

    /** A kind of fault, and how often it is to land. */
    record Asked(Fault fault, int times) {}

    Run(List<Asked> asked, Path folder, Path file, PrintWriter err) throws IOException {
        this.asked = asked.stream().filter(each -> each.times() > 0).toList();
        this.folder = folder;
        this.file = file;
        this.err = err;
        this.tally = FaultTally.read(file);
    }

    /** Whether all landed that can strike here; whatever may not come of them ends it with a {@link Violation}. */
    boolean complete() throws Exception {
        if (next().isPresent()) {
            try (var site = Site.start(folder)) {
                var judged = 0;
                while (next().isPresent()) {
                    for (int i = 0; i < BETWEEN_JUDGEMENTS && next().isPresent(); i++) {
                        strike(next().get(), site);
                    }
                    judged = judge(site, judged);
                }
            }
        }
        return asked.stream().allMatch(each -> isMissing(each) || left(each) == 0);
    }

    /** Of those that can land still the one that has come least far, so that they mix. */
    private Optional<Asked> next() {
        return asked.stream()
                .filter(each -> !isMissing(each) && left(each) > 0)
                .filter(each -> tally.of(each.fault()).struck() < TRIES * each.times())
                .min(Comparator.comparingDouble(
                        each -> (double) tally.of(each.fault()).landed() / each.times()));
    }

    private static boolean isMissing(Asked each) {
        return !each.fault().missing().isEmpty();
    }

    private int left(Asked each) {
        return Math.max(0, each.times() - tally.of(each.fault()).landed());
    }

    private void strike(Asked each, Site site) throws Exception {
        Fault.Strike strike;
        try {
            strike = each.fault().strike(site);
        } catch (Violation e) {
            throw new Violation(each.fault().name() + ": " + e.getMessage());
        }
        tally.count(each.fault(), strike);
        err.printf(
                Locale.ROOT,
                "%-18s %3d of %3d  %s: %s; again after %d ms%n",
                each.fault().name(),
                tally.of(each.fault()).landed(),
                each.times(),
                strike.landed() ? "landed" : "DID NOT LAND",
                strike.proof(),
                strike.took().toMillis());
        err.flush();
    }

    /** How many acknowledged commands have been judged by now. */
    private int judge(Site site, int before) throws Exception {
        var verdict = Verifier.verify(site);
        err.printf(
                Locale.ROOT,
                "judged: %d acknowledged, %d lost, %d doubled, all views and access rows agree%n",
                verdict.acknowledged(),
                verdict.lost(),
                verdict.doubled());
        err.flush();
        if (verdict.lost() > 0 || verdict.doubled() > 0) {
            throw new Violation("%d acknowledged commands lost, %d doubled; the journal is in %s"
                    .formatted(verdict.lost(), verdict.doubled(), folder));
        }
        tally = tally.judged(verdict.acknowledged() - before);
        tally.write(file);
        return verdict.acknowledged();
    }

    String table() {
        var text = new StringBuilder("| Fault | struck | landed, proved | longest until over |\n|---|---|---|---|\n");
        for (var each : asked) {
            var kind = tally.of(each.fault());
            text.append(
                    isMissing(each)
                            ? "| %s | SKIPPED: %s | – | – |%n"
                                    .formatted(each.fault().name(), each.fault().missing())
                            : "| %s | %d | %d of %d | %d ms |%n"
                                    .formatted(
                                            each.fault().name(),
                                            kind.struck(),
                                            kind.landed(),
                                            each.times(),
                                            kind.longestMillis()));
        }
        return text.append("%n%d acknowledged, 0 lost, 0 doubled, all views and access rows agree (checked %d times).%n"
                        .formatted(tally.acknowledged(), tally.checks()))
                .toString();
    }
}

package se.samplan.client.caseload;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** The table that a load ends with: what was made, each milestone's share of the cases, and the cells that cannot be. */
final class Summary {

    private static final int FAILURES_SHOWN = 20;

    private Summary() {}

    static void print(Plan plan, PrintWriter out) {
        out.println();
        row(out, "people", plan.people().size());
        for (var purpose : Purpose.values()) {
            long count = plan.people().stream()
                    .filter(person -> person.purpose() == purpose)
                    .count();
            row(out, "  " + purpose.name().toLowerCase(Locale.ROOT).replace('_', ' '), count);
        }
        out.println();
        plan.milestones()
                .forEach((turn, cases) -> out.printf(
                        "%-34s %8d  %4.1f %% of the cases%n",
                        turn, cases, 100.0 * cases / Math.max(1, plan.people().size())));
    }

    static void print(PlanSender.Sent sent, Duration taken, PrintWriter out) {
        out.println();
        sent.tally().events().forEach((type, count) -> row(out, type, count));
        out.println();
        row(out, "stories completed", sent.people());
        row(out, "commands", sent.commands());
        row(out, "seconds", Math.max(1, taken.toSeconds()));
        row(out, "commands a second", sent.commands() * 1000L / Math.max(1, taken.toMillis()));
    }

    /** Named one by one at full scale; at others, where most figures cannot be, their number alone. */
    static void printMissed(Plan plan, PrintWriter out) {
        var missed = plan.missed();
        if (missed.isEmpty()) {
            return;
        }
        out.println();
        if (plan.scale() == 1) {
            out.println("Published figures that no whole number of people gives:");
            missed.forEach(cell -> out.println("  " + cell));
        } else {
            out.printf("At this scale %d published figures cannot be met; the plan names them.%n", missed.size());
        }
    }

    static void printFailures(List<String> failures, PrintWriter err) {
        failures.stream().limit(FAILURES_SHOWN).forEach(err::println);
        if (failures.size() > FAILURES_SHOWN) {
            err.printf("and %d more%n", failures.size() - FAILURES_SHOWN);
        }
    }

    private static void row(PrintWriter out, String what, long count) {
        out.printf("%-34s %8d%n", what, count);
    }
}

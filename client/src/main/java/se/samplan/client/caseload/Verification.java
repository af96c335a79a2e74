package se.samplan.client.caseload;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Fetches the reports as each municipality's report maker and compares them cell by cell. */
final class Verification {

    private static final Set<PublishedTable> FIRST =
            EnumSet.of(PublishedTable.PARTICIPANTS_BY_SEX, PublishedTable.REFERRAL_SOURCES);
    private static final Set<PublishedTable> ALL = EnumSet.of(
            PublishedTable.PARTICIPANTS_BY_SEX,
            PublishedTable.REFERRAL_SOURCES,
            PublishedTable.AGE,
            PublishedTable.EDUCATION,
            PublishedTable.TIME_WITHOUT_WORK,
            PublishedTable.ENROLMENT_LENGTH);

    private final PlanFile plan;
    private final Tables tables;
    private final Api api;
    private final long giveUp;

    Verification(PlanFile plan, Tables tables, Api api, Duration patience) {
        this.plan = plan;
        this.tables = tables;
        this.api = api;
        this.giveUp = System.nanoTime() + patience.toNanos();
    }

    /** Prints every cell that differs and a line for each report; gives the number of differing cells. */
    int run(boolean all, PrintWriter out) throws IOException, InterruptedException, CommandFailed {
        int wrong = 0;
        for (var municipality : plan.municipalities()) {
            for (var table : all ? ALL : FIRST) {
                var differences = settled(municipality.code(), table);
                out.printf(
                        "%s %-14s %-22s %s%n",
                        municipality.code(),
                        municipality.name(),
                        table.file(),
                        differences.isEmpty() ? "agrees" : String.join("; ", differences));
                wrong += differences.size();
            }
        }
        return wrong;
    }

    /** The differences that remain when the views have had their time. */
    private List<String> settled(String municipality, PublishedTable table)
            throws IOException, InterruptedException, CommandFailed {
        var differences = differences(municipality, table);
        while (!differences.isEmpty() && System.nanoTime() < giveUp) {
            TimeUnit.MILLISECONDS.sleep(500);
            differences = differences(municipality, table);
        }
        return differences;
    }

    private List<String> differences(String municipality, PublishedTable table)
            throws IOException, InterruptedException, CommandFailed {
        var shown = report(municipality, table);
        var differences = new ArrayList<String>();
        plan.shown(municipality, table).forEach((column, planned) -> {
            var printed = shown.getOrDefault(column, "nothing");
            if (!printed.equals(planned.toString())) {
                differences.add("%s: planned %d, reported %s".formatted(column, planned, printed));
            }
        });
        if (plan.scale() == 1) {
            published(municipality, table).forEach((column, figure) -> {
                var printed = shown.getOrDefault(column, "nothing");
                if (!printed.equals(figure.toString()) && !isNamed(municipality, table, column)) {
                    differences.add("%s: published %d, reported %s".formatted(column, figure, printed));
                }
            });
        }
        return differences;
    }

    /** The table's own row, and what another table says of a cell that it lacks. */
    private Map<String, Integer> published(String municipality, PublishedTable table) {
        var figures = new HashMap<String, Integer>();
        if (table == PublishedTable.REFERRAL_SOURCES) {
            tables.row(PublishedTable.AGENCY_REFERRAL_SHARE, municipality, plan.year())
                    .ifPresent(row -> figures.put("employment_service", row.figure("share_percent")));
        }
        if (table == PublishedTable.PARTICIPANTS_BY_SEX) {
            tables.row(PublishedTable.PARTICIPANTS_BY_YEAR, municipality, plan.year())
                    .ifPresent(row -> figures.put("total", row.figure("participants")));
        }
        tables.row(table, municipality, plan.year()).ifPresent(row -> figures.putAll(row.figures()));
        return figures;
    }

    private boolean isNamed(String municipality, PublishedTable table, String column) {
        return plan.unreachable().stream()
                .anyMatch(cell -> cell.municipalityCode().equals(municipality)
                        && cell.table().equals(table.file())
                        && cell.column().equals(column));
    }

    private Map<String, String> report(String municipality, PublishedTable table)
            throws IOException, InterruptedException, CommandFailed {
        var path = "/api/reports/%s.csv?municipality=%s&year=%d"
                .formatted(table.file().replace('_', '-'), municipality, plan.year());
        var reader = new Roster(municipality, 1).reportMaker();
        var response = api.text(reader, path);
        if (response.statusCode() == 503) {
            return Map.of(); // the views are being built
        }
        if (response.statusCode() != 200) {
            throw CommandFailed.unexpected(path, response.statusCode() + " " + response.body());
        }
        var lines = CsvFile.parse(path, response.body()).lines();
        if (lines.size() != 1) {
            throw CommandFailed.unexpected(path, lines.size() + " rows where one belongs");
        }
        return lines.getFirst().cells();
    }
}

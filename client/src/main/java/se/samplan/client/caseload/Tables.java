package se.samplan.client.caseload;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** All published figures of a folder, and the municipalities that they are about. */
final class Tables {

    private static final Pattern NAME = Pattern.compile("(.+?)(?:_(\\d{4}))?\\.csv");
    private static final int MOST = 10_000_000;

    /** A municipality as the tables name it. */
    record Municipality(String code, String name, String county) {}

    /** What a file's name tells: the table, and the year where it has no column for it. */
    private record FileName(PublishedTable table, Optional<String> year) {}

    private final SequencedMap<String, Municipality> municipalities = new LinkedHashMap<>();
    private final Map<PublishedTable, SequencedMap<String, PublishedRow>> rows = new EnumMap<>(PublishedTable.class);

    private Tables() {
        for (var table : PublishedTable.values()) {
            rows.put(table, new LinkedHashMap<>());
        }
    }

    /** Reads tables from their files' names and contents; files of other names are left alone. */
    static Tables of(SequencedMap<String, String> files) {
        var tables = new Tables();
        files.forEach(tables::read);
        if (tables.rows(PublishedTable.PARTICIPANTS_BY_SEX).isEmpty()
                && tables.rows(PublishedTable.PARTICIPANTS_BY_YEAR).isEmpty()) {
            throw new BadTable(
                    "the folder has neither participants_by_sex.csv nor participants_by_year.csv with a row");
        }
        return tables;
    }

    /** Whether a file of this name is read. */
    static boolean isTable(String file) {
        return parse(file).isPresent();
    }

    Municipality municipality(String code) {
        var municipality = municipalities.get(code);
        return municipality == null ? new Municipality(code, code, "") : municipality;
    }

    /** The rows that have at least one figure, in the order of the files. */
    List<PublishedRow> rows(PublishedTable table) {
        return rows.getOrDefault(table, new LinkedHashMap<>()).values().stream()
                .filter(row -> !row.isEmpty())
                .toList();
    }

    Optional<PublishedRow> row(PublishedTable table, String municipality, int year) {
        return rows(table).stream()
                .filter(row -> row.year() == year && row.municipality().equals(municipality))
                .findFirst();
    }

    /** The municipalities with a number of participants for that year, in the order of the files. */
    List<Municipality> withParticipants(int year) {
        return municipalities.values().stream()
                .filter(municipality -> row(PublishedTable.PARTICIPANTS_BY_YEAR, municipality.code(), year)
                                .isPresent()
                        || row(PublishedTable.PARTICIPANTS_BY_SEX, municipality.code(), year)
                                .isPresent())
                .toList();
    }

    NavigableSet<Integer> yearsWithParticipants() {
        var years = new TreeSet<Integer>();
        rows(PublishedTable.PARTICIPANTS_BY_SEX).forEach(row -> years.add(row.year()));
        rows(PublishedTable.PARTICIPANTS_BY_YEAR).forEach(row -> years.add(row.year()));
        return years;
    }

    private static Optional<FileName> parse(String file) {
        var name = NAME.matcher(file);
        return Arrays.stream(PublishedTable.values())
                .filter(table -> name.matches() && table.file().equals(name.group(1)))
                .map(table -> new FileName(table, Optional.ofNullable(name.group(2))))
                .findFirst();
    }

    private void read(String name, String content) {
        parse(name).ifPresent(named -> {
            var file = CsvFile.parse(name, content);
            file.mustHave("municipality_code");
            file.mustHave("municipality");
            named.table().columns().forEach(file::mustHave);
            file.lines().forEach(line -> keep(named.table(), line, named.year(), file));
        });
    }

    private void keep(PublishedTable table, CsvFile.Line line, Optional<String> yearOfName, CsvFile file) {
        var code = line.text("municipality_code");
        if (!code.matches("\\d{4}")) {
            throw new BadTable(
                    line.file(), line.number(), "municipality_code", "“" + code + "” is not a code of four digits");
        }
        if (code.startsWith("00")) { // Kolada's code of a region or of the nation
            return;
        }
        municipalities.merge(
                code,
                new Municipality(code, line.text("municipality"), line.text("county")),
                (known, more) -> known.county().isEmpty() ? more : known);
        if (table == PublishedTable.MUNICIPALITIES) {
            return;
        }
        if (!file.header().contains("year") && yearOfName.isEmpty()) {
            throw new BadTable(line.file(), 1, "year", "neither a column nor the file's name tells the year");
        }
        int year = file.header().contains("year")
                ? line.number("year", 1900, 2999)
                : Integer.parseInt(yearOfName.orElseThrow());
        var figures = new HashMap<String, Integer>();
        for (var column : table.columns()) {
            if (!line.text(column).isEmpty()) {
                figures.put(column, line.number(column, 0, table.holdsCounts() ? MOST : 100));
            }
        }
        var ofTable = rows.computeIfAbsent(table, any -> new LinkedHashMap<>());
        if (ofTable.put(code + "/" + year, new PublishedRow(code, year, Map.copyOf(figures))) != null) {
            throw new BadTable(line.file(), line.number(), "municipality_code", code + " stands twice for " + year);
        }
    }
}

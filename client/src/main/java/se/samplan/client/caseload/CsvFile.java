package se.samplan.client.caseload;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvReadFeature;

/** A file of comma-separated values with its header, whose cells know their line and column. */
record CsvFile(String name, List<String> header, List<Line> lines) {

    private static final CsvMapper CSV =
            CsvMapper.builder().enable(CsvReadFeature.SKIP_EMPTY_LINES).build();

    /** One line: its number in the file, from 1, and its cells by column. */
    record Line(String file, int number, Map<String, String> cells) {

        /** The cell's text, empty if nothing stands there. */
        String text(String column) {
            return cells.getOrDefault(column, "");
        }

        int number(String column, int least, int most) {
            var text = text(column);
            try {
                var value = Integer.parseInt(text);
                if (value >= least && value <= most) {
                    return value;
                }
            } catch (NumberFormatException e) {
                throw new BadTable(file, number, column, "“" + text + "” is not a whole number");
            }
            throw new BadTable(file, number, column, text + " is not between " + least + " and " + most);
        }
    }

    static CsvFile parse(String name, String content) {
        var rows = rows(name, content.replace("\uFEFF", ""));
        if (rows.isEmpty() || rows.getFirst().number() > 1) {
            throw new BadTable(name + ", line 1: the header is missing");
        }
        var header = rows.getFirst().cells();
        return new CsvFile(
                name,
                header,
                rows.stream().skip(1).map(row -> line(name, row, header)).toList());
    }

    void mustHave(String column) {
        if (!header.contains(column)) {
            throw new BadTable(name, 1, column, "the column is missing; there are " + String.join(", ", header));
        }
    }

    /** The cells of one line, and its number in the file, from 1. */
    private record Row(int number, List<String> cells) {}

    private static List<Row> rows(String name, String content) {
        var rows = new ArrayList<Row>();
        try (var parser = CSV.reader().createParser(content)) {
            while (parser.nextToken() == JsonToken.START_ARRAY) {
                var cells = new ArrayList<String>();
                int number = 0;
                while (parser.nextToken() == JsonToken.VALUE_STRING) {
                    number = cells.isEmpty() ? parser.currentTokenLocation().getLineNr() : number;
                    cells.add(parser.getString().strip());
                }
                rows.add(new Row(number, List.copyOf(cells)));
            }
        } catch (JacksonException e) {
            throw new BadTable("%s, line %d: %s"
                    .formatted(
                            name, e.getLocation() == null ? 1 : e.getLocation().getLineNr(), e.getOriginalMessage()));
        }
        return rows;
    }

    private static Line line(String name, Row row, List<String> header) {
        var cells = row.cells();
        if (cells.size() != header.size()) {
            throw new BadTable("%s, line %d: %d cells where the header has %d"
                    .formatted(name, row.number(), cells.size(), header.size()));
        }
        var byColumn = new HashMap<String, String>();
        for (int i = 0; i < header.size(); i++) {
            byColumn.put(header.get(i), cells.get(i));
        }
        return new Line(name, row.number(), byColumn);
    }
}

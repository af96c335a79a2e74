package se.samplan.client.caseload;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A file of comma-separated values with its header, whose cells know their line and column. */
record CsvFile(String name, List<String> header, List<Line> lines) {

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
        var rows = content.replace("\uFEFF", "").lines().toList();
        if (rows.isEmpty() || rows.getFirst().isBlank()) {
            throw new BadTable(name + ", line 1: the header is missing");
        }
        var header = cells(rows.getFirst());
        var lines = new ArrayList<Line>();
        for (int i = 1; i < rows.size(); i++) {
            if (!rows.get(i).isBlank()) {
                lines.add(line(name, i + 1, header, cells(rows.get(i))));
            }
        }
        return new CsvFile(name, header, List.copyOf(lines));
    }

    void mustHave(String column) {
        if (!header.contains(column)) {
            throw new BadTable(name, 1, column, "the column is missing; there are " + String.join(", ", header));
        }
    }

    private static Line line(String name, int number, List<String> header, List<String> cells) {
        if (cells.size() != header.size()) {
            throw new BadTable("%s, line %d: %d cells where the header has %d"
                    .formatted(name, number, cells.size(), header.size()));
        }
        var byColumn = new HashMap<String, String>();
        for (int i = 0; i < header.size(); i++) {
            byColumn.put(header.get(i), cells.get(i));
        }
        return new Line(name, number, byColumn);
    }

    private static List<String> cells(String row) {
        var cells = new ArrayList<String>();
        var cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < row.length(); i++) {
            char c = row.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString().strip());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString().strip());
        return cells;
    }
}

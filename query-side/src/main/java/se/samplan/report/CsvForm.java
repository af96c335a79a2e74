package se.samplan.report;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The forms in which a table is written as separated values, in UTF-8. */
enum CsvForm {
    /** As RFC 4180 has it, but for lines that end in LF as the published files do. */
    PLAIN(",", "\n", ""),

    /** As a Swedish Excel opens it with a double click: semicolons, CRLF and a byte order mark. */
    EXCEL(";", "\r\n", "\uFEFF");

    private final String separator;
    private final String lineEnd;
    private final String beginning;

    CsvForm(String separator, String lineEnd, String beginning) {
        this.separator = separator;
        this.lineEnd = lineEnd;
        this.beginning = beginning;
    }

    static Optional<CsvForm> named(String name) {
        return Stream.of(values())
                .filter(form -> form.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst();
    }

    byte[] write(List<? extends Collection<String>> rows) {
        return rows.stream()
                .map(row -> row.stream().map(this::cell).collect(Collectors.joining(separator, "", lineEnd)))
                .collect(Collectors.joining("", beginning, ""))
                .getBytes(StandardCharsets.UTF_8);
    }

    private String cell(String text) {
        return text.contains(separator) || text.matches("(?s).*[\"\\r\\n].*")
                ? '"' + text.replace("\"", "\"\"") + '"'
                : text;
    }
}

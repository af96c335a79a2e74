package se.samplan.client.caseload;

/** A folder of tables cannot be read; the text says where and what would be right. */
final class BadTable extends RuntimeException {

    BadTable(String text) {
        super(text);
    }

    BadTable(String file, int line, String column, String text) {
        this("%s, line %d, column %s: %s".formatted(file, line, column, text));
    }
}

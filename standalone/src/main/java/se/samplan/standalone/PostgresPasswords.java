package se.samplan.standalone;

import java.io.IOException;
import java.nio.file.Path;

/** The passwords of the embedded PostgreSQL, generated at the first start and kept in the data directory. */
public record PostgresPasswords(String superuser, String owner, String app, Path superuserFile) {

    static PostgresPasswords in(DataDirectory directory) throws IOException {
        var lines = directory
                .passwords(() -> String.join("\n", random(), random(), random()))
                .lines()
                .toList();
        // initdb reads the superuser's password from the file's first line.
        return new PostgresPasswords(lines.get(0), lines.get(1), lines.get(2), directory.passwordFile());
    }

    private static String random() {
        return DataDirectory.random(24);
    }

    @Override
    public String toString() {
        return "PostgresPasswords[not shown]";
    }
}

package se.samplan.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import se.samplan.Samplan;

/** A Samplan in a process of its own, on a port and in a folder that outlive it. */
final class MortalSamplan {

    private final Path logs;
    private final Path data;
    private final int port;
    private ForkedJava java;

    private MortalSamplan(Path logs, Path data, int port) throws IOException {
        this.logs = logs;
        this.data = data;
        this.port = port;
        java = started();
    }

    static MortalSamplan start(Path logs, Path data) throws IOException {
        return new MortalSamplan(logs, data, Ports.anyFree());
    }

    String url() {
        return "http://localhost:" + port;
    }

    /** Kills the process where it stands, and starts another on the same data. */
    void killAndRestart() throws IOException, InterruptedException {
        java.process().destroyForcibly();
        java.awaitEnd();
        java = started();
    }

    /** What it said was wrong, since it was last started. */
    List<String> complaints() {
        return java.lines().stream()
                .filter(line -> line.contains(" ERROR ") || line.contains(" WARN "))
                .toList();
    }

    /** The database, as its superuser: for looking behind what the program shows. */
    Connection database() throws IOException, SQLException {
        var marker = Files.readString(data.resolve("samplan.properties"));
        var postgres = marker.lines()
                .filter(line -> line.startsWith("postgres.port="))
                .map(line -> line.substring(line.indexOf('=') + 1))
                .findFirst()
                .orElseThrow();
        try (var passwords = Files.newBufferedReader(data.resolve("postgres.passwords"))) {
            return DriverManager.getConnection(
                    "jdbc:postgresql://127.0.0.1:" + postgres + "/samplan", "postgres", passwords.readLine());
        }
    }

    /** Stops it as SIGTERM does. */
    void stop() throws InterruptedException {
        java.process().destroy();
        java.awaitEnd();
    }

    private ForkedJava started() throws IOException {
        return ForkedJava.start(logs, Samplan.class, "--port", Integer.toString(port), "--data", data.toString())
                .awaitLine("Samplan is ready on " + url() + " (");
    }
}

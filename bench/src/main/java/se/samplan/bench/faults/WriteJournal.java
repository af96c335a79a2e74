package se.samplan.bench.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** What the clients sent, and what was acknowledged of it: kept to be compared, and one JSON line each to be read. */
final class WriteJournal implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();

    private final Writer out;
    private final Map<String, Acknowledged> acknowledged = new ConcurrentHashMap<>();

    WriteJournal(Path file) throws IOException {
        out = Files.newBufferedWriter(file);
    }

    /**
     * A command that was answered with success.
     *
     * @param event the type of the event that is its one effect
     * @param entry the id answered, empty if none is minted
     */
    record Acknowledged(String event, String entry) {

        /** Whether that is what is stored under its key; null stands for nothing. */
        boolean isAnsweredBy(@Nullable String stored) {
            return stored != null && (entry.isEmpty() || entry.equals(stored));
        }
    }

    void sent(String key, String event) {
        write(Map.of("key", key, "event", event));
    }

    void acknowledged(String key, String event, String entry, SamplanClient.HttpReply answer) {
        acknowledged.put(key, new Acknowledged(event, entry));
        var line = new LinkedHashMap<String, Object>();
        line.put("key", key);
        line.put("status", answer.status());
        line.put("position", answer.position());
        line.put("entry", entry);
        write(line);
    }

    /** It was sent, and nobody knows whether it took effect. */
    void unanswered(String key) {
        write(Map.of("key", key, "unanswered", true));
    }

    int size() {
        return acknowledged.size();
    }

    /** By key. */
    Map<String, Acknowledged> all() {
        return Map.copyOf(acknowledged);
    }

    private synchronized void write(Map<String, Object> line) {
        try {
            out.write(JSON.writeValueAsString(line) + "\n");
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}

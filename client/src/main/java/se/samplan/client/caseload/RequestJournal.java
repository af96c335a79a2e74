package se.samplan.client.caseload;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the client knows to have been acknowledged, or to have gone without an answer: one JSON line each, only ever added to. */
final class RequestJournal implements Closeable {

    private static final JsonMapper MAPPER = new JsonMapper();

    private final Writer out;
    private final ReentrantLock lock = new ReentrantLock();

    private RequestJournal(Writer out) {
        this.out = out;
    }

    static RequestJournal open(@Nullable Path file) {
        if (file == null) {
            return new RequestJournal(Writer.nullWriter());
        }
        try {
            return new RequestJournal(
                    Files.newBufferedWriter(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND));
        } catch (IOException e) {
            throw new BadTable("the request journal cannot be written to " + file + ": " + e.getMessage());
        }
    }

    void acknowledged(Request request, ApiAnswer answer) {
        var line = line(request);
        line.put("status", answer.status());
        line.put("ids", ids(answer.body()));
        if (answer.position() != null) {
            line.put("position", answer.position());
        }
        write(line);
    }

    /** It was sent, and nobody knows whether it took effect. */
    void unanswered(Request request) {
        var line = line(request);
        line.put("unanswered", true);
        write(line);
    }

    @Override
    public void close() throws IOException {
        out.close();
    }

    private static Map<String, Object> line(Request request) {
        var line = new LinkedHashMap<String, Object>();
        line.put("key", String.valueOf(request.key()));
        line.put("method", "POST");
        line.put("template", request.template());
        return line;
    }

    private static Map<String, String> ids(JsonNode body) {
        var ids = new TreeMap<String, String>();
        body.properties().forEach(field -> {
            if (field.getKey().endsWith("Id") && field.getValue().isString()) {
                ids.put(field.getKey(), field.getValue().asString());
            }
        });
        return ids;
    }

    private void write(Map<String, Object> line) {
        lock.lock();
        try {
            out.write(MAPPER.writeValueAsString(line) + "\n");
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            lock.unlock();
        }
    }
}

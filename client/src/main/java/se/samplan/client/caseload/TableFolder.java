package se.samplan.client.caseload;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Where tables are read from: a folder, or the copy that ships with the product. */
final class TableFolder {

    private static final List<String> SHIPPED = List.of(
            "municipalities.csv",
            "participants_by_sex.csv",
            "participants_by_year.csv",
            "age.csv",
            "education.csv",
            "time_without_work.csv",
            "enrolment_length.csv",
            "referral_sources_2022.csv",
            "agency_referral_share_by_year.csv");

    private TableFolder() {}

    static Tables read(@Nullable Path folder) {
        return folder == null ? shipped() : of(folder);
    }

    static Tables shipped() {
        var files = new LinkedHashMap<String, String>();
        for (var name : SHIPPED) {
            files.put(name, resource("/kolada/" + name));
        }
        return Tables.of(files);
    }

    static String resource(String name) {
        try (var in = TableFolder.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " does not ship with this program");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Tables of(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new BadTable(folder + " is not a folder");
        }
        var files = new LinkedHashMap<String, String>();
        try (var listed = Files.list(folder)) {
            // municipalities.csv gives the order where it is there
            var paths = listed.filter(path -> Tables.isTable(String.valueOf(path.getFileName())))
                    .sorted(Comparator.<Path, Boolean>comparing(path -> !path.endsWith("municipalities.csv"))
                            .thenComparing(path -> String.valueOf(path.getFileName())))
                    .toList();
            for (var path : paths) {
                files.put(String.valueOf(path.getFileName()), utf8(path));
            }
        } catch (IOException e) {
            throw new BadTable(folder + " cannot be read: " + e.getMessage());
        }
        return Tables.of(files);
    }

    /** Decoded strictly, so that another encoding is named and never guessed. */
    private static String utf8(Path path) throws IOException {
        var bytes = ByteBuffer.wrap(Files.readAllBytes(path));
        var text = CharBuffer.allocate(bytes.capacity());
        if (StandardCharsets.UTF_8.newDecoder().decode(bytes, text, true).isError()) {
            var line = 1
                    + IntStream.range(0, bytes.position())
                            .filter(at -> bytes.get(at) == '\n')
                            .count();
            throw new BadTable("%s, line %d: not in UTF-8, as tables are; save it anew in that encoding"
                    .formatted(path.getFileName(), line));
        }
        return text.flip().toString();
    }
}

package se.samplan.standalone;

import java.io.IOException;
import java.io.StringReader;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Properties;
import org.springframework.util.FileSystemUtils;

/**
 * Where the database's files are. They are made beside their place and moved there once they are whole, with a copy of the
 * data directory's properties in them: no start finds half of a database, or one that it does not know.
 */
final class ClusterFolder {

    /** In every cluster of PostgreSQL. */
    private static final String VERSION = "PG_VERSION";

    private static final String COPY = "samplan.properties";

    private final Path place;

    ClusterFolder(Path place) {
        this.place = place;
    }

    Path place() {
        return place;
    }

    /** Where a cluster is made; no event was ever written there. */
    Path draft() {
        return place.resolveSibling(place.getFileName() + ".new");
    }

    /** Whether a cluster is here; its files are deleted by {@link #delete} alone, on the user's own word. */
    boolean holdsCluster() throws IOException {
        if (Files.notExists(place)) {
            return false;
        }
        try (var files = Files.walk(place.toRealPath())) {
            return files.anyMatch(file -> file.endsWith(VERSION));
        }
    }

    /** Removes what an interrupted first start left. */
    void removeDraft() throws IOException {
        FileSystemUtils.deleteRecursively(draft());
    }

    /** Moves the draft into its place, with a copy of the properties; afterwards the cluster is whole, whatever happens. */
    void placeDraft(String properties) throws IOException {
        if (holdsCluster()) {
            throw new IllegalStateException("a database is never replaced by another one");
        }
        PrivateFile.write(draft().resolve(COPY), properties);
        FileSystemUtils.deleteRecursively(place);
        Files.move(draft(), place, StandardCopyOption.ATOMIC_MOVE);
        try (var parent = FileChannel.open(place.toAbsolutePath().getParent(), StandardOpenOption.READ)) {
            parent.force(true);
        }
    }

    /** Keeps a copy of the properties in a cluster that is whole. */
    void keepCopy(String properties) throws IOException {
        var copy = place.resolve(COPY);
        if (Files.notExists(copy) || !Files.readString(copy).equals(properties)) {
            PrivateFile.write(copy, properties);
        }
    }

    /** The properties kept in the cluster; none if there is no cluster, or one that has no copy yet. */
    Properties copy() throws IOException {
        var properties = new Properties();
        var copy = place.resolve(COPY);
        if (Files.exists(copy)) {
            properties.load(new StringReader(Files.readString(copy)));
        }
        return properties;
    }

    void delete() throws IOException {
        removeDraft();
        FileSystemUtils.deleteRecursively(place);
    }
}

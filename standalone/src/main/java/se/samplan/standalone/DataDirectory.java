package se.samplan.standalone;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The folder that keeps one Samplan's data between runs; locked by one process at a time. */
public final class DataDirectory implements AutoCloseable {

    private static final String MARKER = "samplan.properties";
    private static final String LOCK = "samplan.lock";
    private static final String FORMAT = "format";
    private static final String POSTGRES = "postgres";

    /** Says that the database here is whole. */
    private static final String INITIALISED = "postgres.initialised";

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Path path;
    private final ClusterFolder cluster;
    private final FileChannel lockFile;
    private final FileLock lock;

    private DataDirectory(Path path, FileChannel lockFile, FileLock lock) {
        this.path = path;
        cluster = new ClusterFolder(path.resolve(POSTGRES));
        this.lockFile = lockFile;
        this.lock = lock;
    }

    /** Locks the folder for this process; refuses one that another process has locked or that is not Samplan's. */
    public static DataDirectory open(Path folder) {
        var path = folder.toAbsolutePath().normalize();
        try {
            Files.createDirectories(
                    path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            refuseForeign(path);
            var directory = locked(path);
            directory.restoreProperties();
            if (directory.recall(FORMAT) == null) {
                directory.remember(FORMAT, "1");
            }
            return directory;
        } catch (IOException e) {
            throw new StartRefused(
                    "The data directory " + path + " cannot be used: " + e,
                    "Give a folder that you may write with --data DIR.",
                    e);
        }
    }

    private static void refuseForeign(Path path) throws IOException {
        try (var content = Files.list(path)) {
            var names = content.map(file -> file.getFileName().toString())
                    .filter(name -> !name.equals(LOCK))
                    .collect(Collectors.toSet());
            var cluster = new ClusterFolder(path.resolve(POSTGRES));
            if (!names.isEmpty() && !names.contains(MARKER) && cluster.copy().isEmpty()) {
                if (cluster.holdsCluster()) {
                    throw new StartRefused(
                            "The folder " + path + " holds a database but no " + MARKER + ".",
                            "Bring " + MARKER + " back from a backup, or give another folder with --data DIR.");
                }
                throw new StartRefused(
                        "The folder " + path + " holds files but is not a data directory of Samplan (it has no "
                                + MARKER + ").",
                        "Give an empty or a new folder with --data DIR.");
            }
        }
    }

    private static DataDirectory locked(Path path) throws IOException {
        var channel = FileChannel.open(
                path.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        var lock = tryLock(channel);
        if (lock == null) {
            var holder = Files.readString(path.resolve(LOCK)).strip();
            channel.close();
            throw new StartRefused(
                    "Another Samplan (process " + holder + ") uses the data directory " + path + ".",
                    "Stop it, or start this one with another folder and port: --data DIR --port PORT.");
        }
        channel.truncate(0);
        channel.write(
                ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.UTF_8)));
        return new DataDirectory(path, channel, lock);
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldByThisProcess) {
            return null;
        }
    }

    /** The database has a copy of the properties, so that it is known again if they are lost, emptied or older. */
    private void restoreProperties() throws IOException {
        var properties = properties();
        for (var kept : cluster.copy().entrySet()) {
            if (properties.putIfAbsent(kept.getKey(), kept.getValue()) == null) {
                remember(kept.getKey().toString(), kept.getValue().toString());
            }
        }
    }

    /**
     * Whether the database here is whole; else there is none, and what an interrupted first start left is removed.
     *
     * @throws StartRefused if there is one that is not known to be whole, or none where there was one
     */
    boolean hasDatabase() throws IOException {
        var isKnown = recall(INITIALISED) != null;
        if (isKnown && !cluster.holdsCluster()) {
            throw new StartRefused(
                    "The database that was in " + postgres() + " is gone.",
                    "Bring it back from a backup. To give up the data, start once with --fresh.");
        }
        if (!isKnown && cluster.holdsCluster()) {
            throw new StartRefused(
                    "The folder " + postgres() + " holds a database, but " + path.resolve(MARKER)
                            + " does not say that Samplan finished making it.",
                    "If that file was lost or is an older one, bring it back from a backup, or add the line "
                            + INITIALISED
                            + "=true. To give up the data, start once with --fresh, which deletes the database.");
        }
        cluster.removeDraft();
        return isKnown;
    }

    /** The database made beside its place is whole, and goes there. */
    void placeDatabase() throws IOException {
        var properties = properties();
        properties.setProperty(INITIALISED, "true");
        cluster.placeDraft(text(properties));
        remember(INITIALISED, "true");
    }

    void keepPropertiesInDatabase() throws IOException {
        cluster.keepCopy(text(properties()));
    }

    /** A secret without which the database here cannot be read: made before the database, and never again beside it. */
    private String secret(Path file, Supplier<String> made, Predicate<String> isWhole) throws IOException {
        var name = file.getFileName().toString();
        if (Files.notExists(file) && cluster.holdsCluster()) {
            throw refused(name, "is missing, and nothing else opens the database in " + postgres() + ".");
        }
        var content = PrivateFile.getOrCreate(file, made);
        var kept = recall(name + ".sha256");
        var print = sha256(content);
        if (!isWhole.test(content) || (kept != null && !kept.equals(print))) {
            throw refused(name, "is not the file that the data of this folder were written with.");
        }
        if (kept == null) {
            remember(name + ".sha256", print);
        }
        return content;
    }

    private StartRefused refused(String name, String why) {
        return new StartRefused(
                "In the data directory " + path + " the file " + name + " " + why,
                "Bring " + name + " back from a backup, or give another folder with --data DIR. To give up the data,"
                        + " start once with --fresh.");
    }

    private static String sha256(String content) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Deletes what Samplan itself put here; PostgreSQL must not be running on it. */
    void empty() throws IOException {
        cluster.delete();
        for (var file : List.of(postgresLog(), masterKeyFile(), passwordFile(), issuerKey())) {
            Files.deleteIfExists(file);
        }
        PrivateFile.write(path.resolve(MARKER), FORMAT + "=1");
    }

    Path postgres() {
        return cluster.place();
    }

    /** Where a database is made. */
    Path newPostgres() {
        return cluster.draft();
    }

    Path postgresLog() {
        return path.resolve("postgres.log");
    }

    /** Three lines, generated at the first start. */
    String passwords(Supplier<String> made) throws IOException {
        return secret(passwordFile(), made, content -> content.lines().count() == 3);
    }

    Path passwordFile() {
        return path.resolve("postgres.passwords");
    }

    private Path masterKeyFile() {
        return path.resolve("master.key");
    }

    /** Where the demo issuer keeps its signing key, so that tokens outlive a restart. */
    public Path issuerKey() {
        return path.resolve("issuer.jwk");
    }

    public Path path() {
        return path;
    }

    /** The key that wraps the data keys of sealed fields: 32 random bytes in Base64, generated at the first start. */
    public String masterKey() {
        try {
            return secret(masterKeyFile(), () -> random(32), DataDirectory::isKey);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isKey(String content) {
        try {
            return Base64.getDecoder().decode(content).length == 32;
        } catch (IllegalArgumentException notBase64) {
            return false;
        }
    }

    static String random(int bytes) {
        var key = new byte[bytes];
        RANDOM.nextBytes(key);
        return Base64.getEncoder().encodeToString(key);
    }

    @Nullable
    String recall(String name) throws IOException {
        return properties().getProperty(name);
    }

    void remember(String name, String value) throws IOException {
        var properties = properties();
        properties.setProperty(name, value);
        PrivateFile.write(path.resolve(MARKER), text(properties));
    }

    private static String text(Properties properties) {
        return properties.entrySet().stream()
                .map(property -> property.getKey() + "=" + property.getValue())
                .sorted()
                .collect(Collectors.joining("\n", "# Kept by Samplan: marks its data directory\n", "\n"));
    }

    private Properties properties() throws IOException {
        var properties = new Properties();
        var marker = path.resolve(MARKER);
        if (Files.exists(marker)) {
            properties.load(new StringReader(Files.readString(marker)));
        }
        return properties;
    }

    @Override
    public void close() {
        try {
            lock.release();
            lockFile.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package se.samplan.standalone;

import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.samplan.Samplan;

/** A main class of this build in a process of its own, which a test may kill. */
record ForkedJava(Process process, Path output) implements AutoCloseable {

    static ForkedJava start(Path folder, Class<?> mainClass, String... arguments) throws IOException {
        return start(folder, Map.of(), mainClass, arguments);
    }

    /** With these variables of the environment, of which none of the product's own is handed on. */
    static ForkedJava start(Path folder, Map<String, String> environment, Class<?> mainClass, String... arguments)
            throws IOException {
        var output = Files.createTempFile(folder, mainClass.getSimpleName(), ".out");
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                classPath(mainClass),
                mainClass.getName()));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command);
        builder.environment().keySet().removeIf(name -> name.startsWith("SAMPLAN_"));
        builder.environment().putAll(environment);
        return new ForkedJava(
                builder.redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start(),
                output);
    }

    /** Samplan itself runs without tests and what they need: it looks for its parts by package. */
    private static String classPath(Class<?> mainClass) {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(entry ->
                        mainClass != Samplan.class || !(entry.endsWith("test-classes") || entry.endsWith("-tests.jar")))
                .collect(Collectors.joining(File.pathSeparator));
    }

    List<String> lines() {
        try {
            return Files.readAllLines(output);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    ForkedJava awaitLine(String beginning) {
        await().alias(beginning)
                .atMost(Duration.ofSeconds(90))
                .pollInterval(Duration.ofMillis(50))
                .failFast(() -> {
                    if (!process.isAlive()) {
                        throw new AssertionError("it ended: " + String.join("\n", lines()));
                    }
                })
                .until(() -> lines().stream().anyMatch(line -> line.startsWith(beginning)));
        return this;
    }

    int awaitEnd() throws InterruptedException {
        process.waitFor();
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}

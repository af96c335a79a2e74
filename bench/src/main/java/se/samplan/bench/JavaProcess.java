package se.samplan.bench;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A main class of this build in a process of its own, which may be killed, frozen and stopped. */
public final class JavaProcess implements AutoCloseable {

    private static final Duration STARTS_WITHIN = Duration.ofMinutes(3);
    private static final Duration STOPS_WITHIN = Duration.ofSeconds(20);

    private final Process process;
    private final Path output;
    private final long saidBefore;

    private JavaProcess(Process process, Path output, long saidBefore) {
        this.process = process;
        this.output = output;
        this.saidBefore = saidBefore;
    }

    /** How a process is started: its class, what it is on, and what it is told. */
    record Recipe(
            String mainClass,
            String classPath,
            List<String> javaOptions,
            Map<String, String> environment,
            List<String> arguments) {}

    /** Starts it; what it says is added to the file. */
    static JavaProcess start(Path output, Recipe recipe) throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow"));
        command.addAll(recipe.javaOptions);
        command.addAll(List.of("-cp", recipe.classPath, recipe.mainClass));
        command.addAll(recipe.arguments);
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()));
        builder.environment().keySet().removeIf(name -> name.startsWith("SAMPLAN_"));
        builder.environment().putAll(recipe.environment);
        var saidBefore = Files.exists(output) ? Files.size(output) : 0;
        return new JavaProcess(builder.start(), output, saidBefore);
    }

    /** This program's class path, without what a test brought and without these entries. */
    static String classPath(Predicate<String> without) {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(entry -> !entry.endsWith("test-classes") && !entry.endsWith("-tests.jar"))
                .filter(without.negate())
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** The first line with this beginning, once it has said it. */
    String awaitLine(String beginning) throws IOException {
        var deadline = System.nanoTime() + STARTS_WITHIN.toNanos();
        while (true) {
            var alive = process.isAlive(); // asked before reading, so that its last words are heard
            var said = lines();
            var found = said.stream().filter(line -> line.startsWith(beginning)).findFirst();
            if (found.isPresent()) {
                return found.get();
            }
            if (!alive || System.nanoTime() > deadline) {
                var last = said.subList(Math.max(0, said.size() - 30), said.size());
                throw new IOException("it never said “%s”:%n%s".formatted(beginning, String.join("\n", last)));
            }
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }

    /** What this process has said, not those before it that wrote to the same file. */
    List<String> lines() throws IOException {
        try (var file = Files.newInputStream(output)) {
            file.skipNBytes(saidBefore);
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    public long pid() {
        return process.pid();
    }

    /** As {@code kill -NAME}: STOP freezes it, CONT lets it go on. */
    public void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                .inheritIO()
                .start()
                .waitFor();
    }

    /** As {@code kill -9}, and gone when it returns; what it ended with. */
    public int kill() throws InterruptedException {
        return process.destroyForcibly().waitFor();
    }

    /** Stops it and waits for its end. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(STOPS_WITHIN)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}

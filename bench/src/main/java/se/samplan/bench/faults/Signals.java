package se.samplan.bench.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What the operating system does to processes, and how it says they are. */
final class Signals {

    private Signals() {}

    /** As {@code kill -9} of all of them at once. */
    static void kill(List<Long> processes) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("kill", "-9"));
        processes.forEach(process -> command.add(process.toString()));
        new ProcessBuilder(command).inheritIO().start().waitFor();
    }

    /** As {@code ps} has it: T is stopped, Z is dead and not collected yet, empty is gone. */
    static String state(long process) throws InterruptedException {
        return said("ps", "-o", "stat=", "-p", Long.toString(process));
    }

    /** The names of its threads, of each the first 15 characters. */
    static List<String> threads(long process) throws InterruptedException {
        return said("ps", "-L", "-o", "comm=", "-p", Long.toString(process))
                .lines()
                .toList();
    }

    private static String said(String... command) throws InterruptedException {
        try {
            var asked = new ProcessBuilder(command).start();
            var said = new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            asked.waitFor();
            return said.strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static boolean isGone(long process) throws InterruptedException {
        var state = state(process);
        return state.isEmpty() || state.startsWith("Z");
    }
}

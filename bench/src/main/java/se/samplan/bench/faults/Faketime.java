package se.samplan.bench.faults;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The library libfaketime, where this machine has it: gives a process a wall clock of its own. */
final class Faketime {

    private static final List<Path> FOLDERS = Stream.of(
                    "/usr/lib/x86_64-linux-gnu/faketime",
                    "/usr/lib/aarch64-linux-gnu/faketime",
                    "/usr/lib64/faketime",
                    "/usr/lib/faketime",
                    "/usr/local/lib/faketime")
            .map(Path::of)
            .toList();

    private Faketime() {}

    /** The one for programs with threads. */
    static Optional<Path> library() {
        return FOLDERS.stream()
                .map(folder -> folder.resolve("libfaketimeMT.so.1"))
                .filter(Files::isReadable)
                .findFirst();
    }

    /**
     * The environment of a process whose wall clock is so far ahead; its steady clock is the true one. Without the last of
     * these each wait for a while would end at once, so that all threads which wait would run instead.
     */
    static Map<String, String> environment(Path library, long seconds) {
        return Map.of(
                "LD_PRELOAD",
                library.toString(),
                "FAKETIME",
                "%+ds".formatted(seconds),
                "DONT_FAKE_MONOTONIC",
                "1",
                "FAKETIME_FORCE_MONOTONIC_FIX",
                "0");
    }

    /** That of a process with the true clock. */
    static Map<String, String> none() {
        return Map.of("LD_PRELOAD", "", "FAKETIME", "", "DONT_FAKE_MONOTONIC", "", "FAKETIME_FORCE_MONOTONIC_FIX", "");
    }
}

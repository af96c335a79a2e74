package se.samplan.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The README and its fenced blocks. */
record Readme(List<String> lines) {

    /** The folder that holds the whole of Samplan; tests run in a module's. */
    static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    private static final String FENCE = "```";

    static Readme read() {
        try {
            return new Readme(Files.readAllLines(ROOT.resolve("README.md")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A section's fenced blocks in that language, in order; the empty language is a fence without one. */
    List<String> blocks(String heading, String language) {
        var blocks = new ArrayList<String>();
        var block = new StringBuilder();
        var within = false;
        for (var line : section(heading)) {
            if (within && line.equals(FENCE)) {
                blocks.add(block.toString());
                block.setLength(0);
                within = false;
            } else if (within) {
                block.append(line).append('\n');
            } else {
                within = line.equals(FENCE + language);
            }
        }
        return blocks;
    }

    /** The first line that is not empty. */
    String firstLine(String heading) {
        return section(heading).stream()
                .filter(line -> !line.isBlank())
                .findFirst()
                .orElse("");
    }

    private List<String> section(String heading) {
        var begin = lines.indexOf("## " + heading) + 1;
        if (begin == 0) {
            throw new AssertionError("README has no section " + heading);
        }
        var rest = lines.subList(begin, lines.size());
        return rest.stream().takeWhile(line -> !line.startsWith("## ")).toList();
    }
}

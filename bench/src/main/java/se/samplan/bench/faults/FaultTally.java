package se.samplan.bench.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * What came of all faults so far, kept in a file: only what has been judged, so that an interrupted run goes on from there.
 *
 * @param kinds by the fault's name
 */
record FaultTally(Map<String, Kind> kinds, long acknowledged, int checks) {

    private static final JsonMapper JSON = new JsonMapper();

    /**
     * One kind of fault.
     *
     * @param longestMillis of those that landed
     */
    record Kind(int struck, int landed, long longestMillis) {

        Kind with(Fault.Strike strike) {
            return new Kind(
                    struck + 1,
                    landed + (strike.landed() ? 1 : 0),
                    strike.landed() ? Math.max(longestMillis, strike.took().toMillis()) : longestMillis);
        }
    }

    static FaultTally read(Path file) throws IOException {
        return Files.exists(file)
                ? JSON.readValue(Files.readString(file), FaultTally.class)
                : new FaultTally(new LinkedHashMap<>(), 0, 0);
    }

    Kind of(Fault fault) {
        return kinds.getOrDefault(fault.name(), new Kind(0, 0, 0));
    }

    void count(Fault fault, Fault.Strike strike) {
        kinds.put(fault.name(), of(fault).with(strike));
    }

    /** With so many more acknowledged commands that were judged and checked. */
    FaultTally judged(long more) {
        return new FaultTally(kinds, acknowledged + more, checks + 1);
    }

    /** Replaces the file whole. */
    void write(Path file) throws IOException {
        var fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.writeString(fresh, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(this));
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}

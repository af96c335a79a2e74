package se.samplan.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Measures one or more figures that share their preparations. */
interface Benchmark {

    /** What it is asked for by; its figures' names are these or begin with them. */
    String name();

    /** About how long it takes, without repeating. */
    Duration takes(Effort effort);

    List<Figure> run(Bed bed) throws Exception;

    /** What a benchmark is given: how hard to try, whom to tell, and a folder on a real disk. */
    record Bed(Effort effort, Progress progress, Path folder) {

        Pairs pairs() {
            return new Pairs(effort, progress);
        }

        Cluster cluster() throws IOException {
            progress.step("PostgreSQL starts");
            return Cluster.in(folder, effort.javaOptions());
        }
    }
}

package se.samplan.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.HdrHistogram.Histogram;

/** Sends several requests in turn over one connection, so that what disturbs one disturbs the others. */
record InTurn(Http http, String authorization) {

    /** The median time of each, in nanoseconds. */
    List<Double> medians(List<Asked> requests, Duration window) throws IOException {
        var times = requests.stream().map(each -> new Histogram(3)).toList();
        var end = System.nanoTime() + window.toNanos();
        do {
            for (int i = 0; i < requests.size(); i++) {
                times.get(i).recordValue(time(requests.get(i)));
            }
        } while (System.nanoTime() < end);
        return times.stream()
                .map(each -> (double) each.getValueAtPercentile(50))
                .toList();
    }

    private long time(Asked asked) throws IOException {
        var begun = System.nanoTime();
        var answer = asked.method().equals("GET")
                ? http.get(asked.path(), "Authorization", authorization)
                : http.post(asked.path(), asked.body(), "Authorization", authorization);
        var took = System.nanoTime() - begun;
        if (answer.status() != asked.status()) {
            throw new IOException(asked + " was answered " + answer.status() + ": " + answer.body());
        }
        return took;
    }
}

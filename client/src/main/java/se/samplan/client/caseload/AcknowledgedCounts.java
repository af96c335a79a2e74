package se.samplan.client.caseload;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/** Counts what was acknowledged: commands, and the events that they are known to make. */
final class AcknowledgedCounts {

    private final ConcurrentSkipListMap<String, LongAdder> events = new ConcurrentSkipListMap<>();
    private final AtomicInteger commands = new AtomicInteger();

    void command(List<String> made) {
        commands.incrementAndGet();
        made.forEach(this::event);
    }

    void event(String type) {
        events.computeIfAbsent(type, any -> new LongAdder()).increment();
    }

    int commands() {
        return commands.get();
    }

    SortedMap<String, Long> events() {
        var sums = new TreeMap<String, Long>();
        events.forEach((type, count) -> sums.put(type, count.sum()));
        return sums;
    }
}

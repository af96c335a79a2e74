package se.samplan.policy;

import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.messaging.MetaData;

/**
 * A policy as in force on a day; defaults fill in what it leaves out.
 *
 * @param id the policy's id, or {@code default}
 * @param version grows with every policy set; 0 for the defaults
 */
public record Policy(String id, long version, PolicyKind kind, Map<String, String> values) {

    public String value(String name) {
        var value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException(kind + " has no value " + name);
        }
        return value;
    }

    public boolean isSet(String name) {
        return Boolean.parseBoolean(value(name));
    }

    public int number(String name) {
        return Integer.parseInt(value(name));
    }

    /**
     * The last day for an answer to what was asked on that day: calendar days, or Swedish working days. A time that runs
     * out on a day that is none moves to the next working day [lag 1930:173, 2 §], unless the policy says otherwise.
     */
    public LocalDate dueDay(LocalDate asked) {
        var days = number("days");
        if (value("dayKind").equals("WORKING")) {
            return Stream.iterate(asked, day -> workingDayFrom(day.plusDays(1)))
                    .skip(days)
                    .findFirst()
                    .orElseThrow();
        }
        var last = asked.plusDays(days);
        return isSet("endsOnWorkingDay") ? workingDayFrom(last) : last;
    }

    private static LocalDate workingDayFrom(LocalDate first) {
        return Stream.iterate(first, day -> day.plusDays(1))
                .filter(Holidays::isWorkingDay)
                .findFirst()
                .orElseThrow();
    }

    /** What an event records of the policy that decided it. */
    public MetaData used() {
        var written = new TreeMap<>(values)
                .entrySet().stream()
                        .map(value -> value.getKey() + "=" + value.getValue())
                        .collect(Collectors.joining(";"));
        return MetaData.with("policy", id)
                .and("policyVersion", Long.toString(version))
                .and("policyValues", written);
    }
}

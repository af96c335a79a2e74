package se.samplan.policy;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.samplan.organisation.OrganisationId;

/**
 * All policies, cached in memory; each command's first round trip compares the version, so that none decides by an old
 * one.
 */
public class Policies {

    private static final Map<PolicyKind, Map<String, String>> DEFAULTS = Map.of(
            PolicyKind.BESIDE_AGENCY_MEASURE,
            Map.of(
                    "allowed", "COMPLEMENTARY",
                    "complementaryKinds", "JOB_SEARCH,LANGUAGE_SUPPORT,COACHING,MAPPING,STUDY_GUIDANCE",
                    "strictClearance", "false",
                    "weekHours", "40"),
            PolicyKind.REFERRAL_ANSWER,
            Map.of("days", "14", "dayKind", "CALENDAR", "endsOnWorkingDay", "true"),
            PolicyKind.CLEARANCE_ANSWER,
            Map.of("days", "10", "dayKind", "WORKING", "endsOnWorkingDay", "true"),
            PolicyKind.SUBSIDY_DECISION,
            Map.of("secondPerson", "false"));

    /** A policy as it was set. */
    public record Row(
            PolicyId id,
            long version,
            OrganisationId organisation,
            PolicyKind kind,
            Map<String, String> values,
            LocalDate validFrom,
            @Nullable LocalDate validTo) {

        private boolean isInForceOn(LocalDate day) {
            return !day.isBefore(validFrom) && (validTo == null || !day.isAfter(validTo));
        }
    }

    private volatile List<Row> rows;

    public Policies(List<Row> rows) {
        this.rows = List.copyOf(rows);
    }

    /** How many are cached. */
    public long count() {
        return rows.size();
    }

    /**
     * Replaces the cache by more rows, never fewer: rows are never deleted, and a slow reader may bring older rows than
     * a fast one.
     */
    public synchronized void hold(List<Row> current) {
        if (current.size() > rows.size()) {
            rows = List.copyOf(current);
        }
    }

    /** The policy of the organisation on that day: of several, the one set last; else the defaults. */
    public Policy inForce(PolicyKind kind, OrganisationId organisation, LocalDate day) {
        var values = new HashMap<>(defaults(kind));
        var row = rows.stream()
                .filter(each ->
                        each.kind() == kind && each.organisation().equals(organisation) && each.isInForceOn(day))
                .max(Comparator.comparingLong(Row::version));
        row.ifPresent(set -> values.putAll(set.values()));
        return new Policy(
                row.map(set -> set.id().toString()).orElse("default"),
                row.map(Row::version).orElse(0L),
                kind,
                values);
    }

    /** The names of the values of a policy kind, with their defaults. */
    public static Map<String, String> defaults(PolicyKind kind) {
        var defaults = DEFAULTS.get(kind);
        if (defaults == null) {
            throw new IllegalArgumentException("no defaults for " + kind);
        }
        return defaults;
    }
}

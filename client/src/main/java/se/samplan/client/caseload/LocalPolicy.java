package se.samplan.client.caseload;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How one municipality and its agency office go about it.
 *
 * @param allowed what may be added beside a measure of the agency
 * @param complementary the kinds of activity that count as complementary
 * @param strict whether nothing starts without clearance
 * @param secondPerson whether the office demands a second person for a subsidy
 */
record LocalPolicy(
        String allowed,
        List<String> complementary,
        boolean strict,
        boolean secondPerson,
        int referralDays,
        String referralDayKind,
        int clearanceDays,
        String clearanceDayKind) {

    private static final Map<String, LocalPolicy> KNOWN =
            CsvFile.parse("policies.csv", TableFolder.resource("/caseload/policies.csv")).lines().stream()
                    .collect(Collectors.toMap(line -> line.text("municipality_code"), LocalPolicy::of));

    /** As known of that municipality; of any other, something that depends on its code alone. */
    static LocalPolicy of(String municipality) {
        var known = KNOWN.get(municipality);
        if (known != null) {
            return known;
        }
        int code = Integer.parseInt(municipality);
        return new LocalPolicy(
                "COMPLEMENTARY",
                List.of("JOB_SEARCH", "LANGUAGE_SUPPORT", "COACHING", "MAPPING", "STUDY_GUIDANCE"),
                code % 4 == 0,
                code % 3 == 0,
                14,
                "CALENDAR",
                10,
                "WORKING");
    }

    private static LocalPolicy of(CsvFile.Line line) {
        return new LocalPolicy(
                line.text("allowed"),
                List.of(line.text("complementary_kinds").split(" ")),
                Boolean.parseBoolean(line.text("strict")),
                Boolean.parseBoolean(line.text("second_person")),
                line.number("referral_days", 1, 90),
                line.text("referral_day_kind"),
                line.number("clearance_days", 1, 90),
                line.text("clearance_day_kind"));
    }
}

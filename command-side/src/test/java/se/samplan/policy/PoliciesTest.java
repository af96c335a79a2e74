package se.samplan.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.samplan.organisation.OrganisationId;

class PoliciesTest {

    private static final OrganisationId HERE = new OrganisationId("1481");
    private static final OrganisationId THERE = new OrganisationId("1480");
    private static final LocalDate FROM = LocalDate.of(2022, 1, 1);
    private static final LocalDate TO = LocalDate.of(2022, 6, 30);

    private static Policies.Row row(long version, LocalDate from, @Nullable LocalDate to, String days) {
        return new Policies.Row(
                PolicyId.random(), version, HERE, PolicyKind.REFERRAL_ANSWER, Map.of("days", days), from, to);
    }

    private static int days(Policies policies, OrganisationId organisation, LocalDate day) {
        return policies.inForce(PolicyKind.REFERRAL_ANSWER, organisation, day).number("days");
    }

    @Nested
    class In_force {

        private final Policies policies = new Policies(List.of(row(1, FROM, TO, "5")));

        @Test
        void is_what_is_set_from_its_first_day_to_its_last() {
            assertThat(days(policies, HERE, FROM)).isEqualTo(5);
            assertThat(days(policies, HERE, TO)).isEqualTo(5);
            assertThat(days(policies, HERE, FROM.minusDays(1))).isEqualTo(14);
            assertThat(days(policies, HERE, TO.plusDays(1))).isEqualTo(14);
        }

        @Test
        void is_each_organisations_own_and_of_its_kind() {
            assertThat(days(policies, THERE, FROM)).isEqualTo(14);
            assertThat(policies.inForce(PolicyKind.CLEARANCE_ANSWER, HERE, FROM).number("days"))
                    .isEqualTo(10);
        }

        @Test
        void of_several_the_one_set_last_holds_in_whatever_order_they_are_held() {
            assertThat(days(new Policies(List.of(row(2, FROM, null, "7"), row(1, FROM, null, "5"))), HERE, FROM))
                    .isEqualTo(7);
            assertThat(days(new Policies(List.of(row(1, FROM, null, "5"), row(2, TO, null, "7"))), HERE, FROM))
                    .isEqualTo(5);
        }

        @Test
        void what_a_policy_leaves_out_is_as_the_defaults_have_it() {
            var policy = policies.inForce(PolicyKind.REFERRAL_ANSWER, HERE, FROM);

            assertThat(policy.value("dayKind")).isEqualTo("CALENDAR");
            assertThat(policy.used())
                    .containsEntry("policyVersion", "1")
                    .containsEntry("policyValues", "dayKind=CALENDAR;days=5;endsOnWorkingDay=true");
            assertThatThrownBy(() -> policy.value("weekHours")).isInstanceOf(IllegalArgumentException.class);
        }

        @Test
        void what_is_held_anew_replaces_what_was_held() {
            var held = new Policies(List.of(row(1, FROM, null, "5")));
            held.hold(List.of(row(1, FROM, null, "5"), row(2, FROM, null, "6")));

            assertThat(held.count()).isEqualTo(2);
            assertThat(days(held, HERE, FROM)).isEqualTo(6);
        }

        @Test
        void what_was_read_earlier_does_not_come_back() {
            var held = new Policies(List.of(row(1, FROM, null, "5"), row(2, FROM, null, "6")));
            held.hold(List.of(row(1, FROM, null, "5")));

            assertThat(held.count()).isEqualTo(2);
            assertThat(days(held, HERE, FROM)).isEqualTo(6);
        }

        @ParameterizedTest
        @EnumSource(PolicyKind.class)
        void every_kind_has_defaults_that_it_would_accept(PolicyKind kind) {
            assertThat(Policies.defaults(kind)).isNotEmpty();
            Policies.defaults(kind).forEach((name, value) -> PolicyBookTest.VALUES.check(kind, name, value));
        }
    }

    @Nested
    class Working_days {

        private LocalDate due(String asked, int days) {
            return new Policy(
                            "x",
                            1,
                            PolicyKind.CLEARANCE_ANSWER,
                            Map.of("days", Integer.toString(days), "dayKind", "WORKING"))
                    .dueDay(LocalDate.parse(asked));
        }

        @ParameterizedTest
        @CsvSource({
            "2022-03-01,10,2022-03-15", // plain weeks
            "2022-03-04,1,2022-03-07", // over a weekend
            "2022-03-05,1,2022-03-07", // asked on a Saturday
            "2022-04-14,1,2022-04-19", // Good Friday to Easter Monday
            "2022-05-25,1,2022-05-27", // Ascension Day
            "2022-06-23,1,2022-06-27", // Midsummer Eve is a Friday
            "2022-06-03,1,2022-06-07", // the National Day, a Monday
            "2022-12-23,1,2022-12-27", // Christmas on a weekend
            "2022-12-30,1,2023-01-02", // New Year's Eve on a Saturday
            "2023-01-05,1,2023-01-09", // Epiphany, a Friday
            "2023-12-22,1,2023-12-27", // Christmas Eve a Sunday
            "2024-12-23,1,2024-12-27", // Christmas Eve to Boxing Day in the week
            "2024-12-30,1,2025-01-02", // New Year's Eve and Day
            "2025-04-30,1,2025-05-02" // the first of May
        })
        void pass_over_weekends_and_holidays(String asked, int days, String due) {
            assertThat(due(asked, days)).isEqualTo(LocalDate.parse(due));
        }
    }

    @Nested
    class Calendar_days {

        private LocalDate due(String asked, boolean endsOnWorkingDay) {
            return new Policy(
                            "x",
                            1,
                            PolicyKind.REFERRAL_ANSWER,
                            Map.of(
                                    "days",
                                    "14",
                                    "dayKind",
                                    "CALENDAR",
                                    "endsOnWorkingDay",
                                    Boolean.toString(endsOnWorkingDay)))
                    .dueDay(LocalDate.parse(asked));
        }

        @ParameterizedTest
        @CsvSource({
            "2022-12-20,2023-01-03,2023-01-03", // over holidays to a Tuesday
            "2022-06-09,2022-06-23,2022-06-23", // the day before Midsummer's Eve
            "2022-06-10,2022-06-24,2022-06-27", // Midsummer's Eve, a Friday
            "2022-04-03,2022-04-17,2022-04-19", // Easter Sunday, before Easter Monday
            "2022-03-05,2022-03-19,2022-03-21" // a Saturday
        })
        void move_to_the_next_working_day_unless_the_policy_says_otherwise(
                String asked, String fourteenth, String due) {
            assertThat(due(asked, true)).isEqualTo(LocalDate.parse(due));
            assertThat(due(asked, false)).isEqualTo(LocalDate.parse(fourteenth));
        }
    }

    @Nested
    class Holidays_of_sweden {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "2022-04-15", "2022-04-18", "2022-05-26", "2022-06-24", "2022-06-25", "2022-11-05",
                    "2023-04-07", "2023-04-10", "2023-05-18", "2023-06-23", "2023-06-24", "2023-11-04",
                    "2024-03-29", "2024-04-01", "2024-05-09", "2024-06-21", "2024-06-22", "2024-11-02",
                    "2025-04-18", "2025-04-21", "2025-05-29", "2025-06-20", "2025-06-21", "2025-11-01",
                    "2026-04-03", "2026-04-06", "2026-05-14", "2026-06-19", "2026-06-20", "2026-10-31",
                    "2027-03-26", "2027-03-29", "2027-05-06", "2027-06-25", "2027-06-26", "2027-11-06",
                    "2022-01-01", "2023-01-06", "2024-05-01", "2025-06-06", "2026-12-24", "2027-12-25",
                    "2022-12-26", "2023-12-31"
                })
        void are_known(String day) {
            assertThat(Holidays.isHoliday(LocalDate.parse(day))).isTrue();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "2022-04-14", "2022-04-19", "2022-05-27", "2022-06-23", "2022-06-27", "2022-11-04",
                    "2023-04-06", "2024-04-02", "2025-06-19", "2026-12-23", "2027-01-02", "2022-12-27"
                })
        void are_no_others(String day) {
            assertThat(Holidays.isHoliday(LocalDate.parse(day))).isFalse();
        }
    }
}

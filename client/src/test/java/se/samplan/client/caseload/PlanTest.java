package se.samplan.client.caseload;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Counts the people anew, as a report would, and compares with the figures that they were made from. */
class PlanTest {

    @ParameterizedTest
    @CsvSource({"2022,1,1", "2022,1,0.1", "2022,7,0.01", "2019,3,0.2", "2021,2,1"})
    void people_count_as_the_figures_say(int year, long seed, double scale) {
        var plan = Plan.make(TableFolder.shipped(), year, seed, scale, Weights.shipped());
        for (var figures : plan.figures()) {
            var people = plan.people().stream()
                    .filter(person ->
                            person.municipality().equals(figures.municipality().code()))
                    .toList();
            var counting = people.stream()
                    .filter(person -> isParticipant(person, year))
                    .toList();
            assertThat(counting).hasSize(figures.participants());
            figures.sexes().counts().forEach((column, count) -> assertThat(counting)
                    .filteredOn(person -> person.sex().equals(column))
                    .hasSize(count));
            figures.education().counts().forEach((column, count) -> assertThat(counting)
                    .filteredOn(person -> person.education().equals(column))
                    .hasSize(count));
            assertThat(counting)
                    .filteredOn(person -> year - person.birthYear() <= 24)
                    .hasSize(figures.age().count("24_or_younger"));
            figures.length().counts().forEach((column, count) -> assertThat(counting)
                    .filteredOn(person -> lengthClasses(person, year).anyMatch(column::equals))
                    .as(column)
                    .hasSize(count));
            figures.withoutWork().counts().forEach((column, count) -> assertThat(counting)
                    .filteredOn(person -> timeClasses(person).allMatch(column::equals))
                    .as(column)
                    .hasSize(count));
            figures.sources().counts().forEach((column, count) -> assertThat(referrals(people, year))
                    .filteredOn(source -> source.equals(column))
                    .as(column)
                    .hasSize(count));
        }
    }

    @Test
    void those_who_come_back_do_so_within_the_year_and_count_once() {
        var plan = Plan.make(TableFolder.shipped(), 2022, 1, 1, Weights.shipped());
        var returning = plan.people().stream()
                .filter(person -> person.stays().size() > 1)
                .toList();
        assertThat(returning).hasSizeGreaterThan(50).allSatisfy(person -> {
            var again = person.stays().getLast();
            assertThat(again.referred()).isAfter(person.first().ended());
            assertThat(again.ended()).isBefore(LocalDate.of(2023, 1, 1));
        });
    }

    @Test
    void the_same_seed_gives_the_same_people_and_another_seed_others() {
        var one = Plan.make(TableFolder.shipped(), 2022, 1, 0.1, Weights.shipped());
        assertThat(Plan.make(TableFolder.shipped(), 2022, 1, 0.1, Weights.shipped()))
                .isEqualTo(one);
        assertThat(Plan.make(TableFolder.shipped(), 2022, 2, 0.1, Weights.shipped())
                        .people())
                .isNotEqualTo(one.people());
    }

    @Test
    void some_last_exactly_as_long_as_their_class_allows() {
        var people =
                Plan.make(TableFolder.shipped(), 2022, 1, 1, Weights.shipped()).people();
        for (int months : List.of(3, 6, 24)) {
            assertThat(people)
                    .filteredOn(person -> person.purpose() == Purpose.PARTICIPANT)
                    .anySatisfy(person -> assertThat(person.first().ended())
                            .isNotNull()
                            .isEqualTo(Objects.requireNonNull(person.first().enrolled())
                                    .plusMonths(months)));
        }
    }

    @ParameterizedTest
    @CsvSource({"1", "0.1"})
    void each_turn_is_seen_in_at_least_one_percent_of_the_cases(double scale) {
        var plan = Plan.make(TableFolder.shipped(), 2022, 1, scale, Weights.shipped());
        assertThat(plan.milestones()).hasSize(Milestone.values().length).allSatisfy((milestone, cases) -> assertThat(
                        cases * 100)
                .isGreaterThanOrEqualTo(plan.people().size()));
    }

    @Test
    void about_one_in_400_is_protected_and_enough_are_marked_twice() {
        var plan = Plan.make(TableFolder.shipped(), 2022, 1, 1, Weights.shipped());
        var marks = plan.scenarios().values().stream()
                .mapToInt(scenario -> switch (scenario.protection()) {
                    case NONE -> 0;
                    case SECRECY_MARKING -> 1;
                    case PROTECTED_REGISTRATION -> 2;
                })
                .sum();
        assertThat(plan.scenarios().values().stream().filter(Scenario::isProtected))
                .hasSize(12);
        assertThat(marks).isGreaterThanOrEqualTo(20);
    }

    private static boolean isParticipant(Person person, int year) {
        return switch (person.purpose()) {
            case ENROLMENT_IN_ERROR, HOLIDAY_JOB -> false;
            case PARTICIPANT, DECLINED, OVERDUE, WITHDRAWN, REFERRAL_IN_ERROR, EARLIER_YEAR ->
                person.stays().stream().anyMatch(episode -> episode.isEnrolledIn(year));
        };
    }

    private static Stream<String> lengthClasses(Person person, int year) {
        return person.stays().stream()
                .filter(episode -> episode.ended() != null && episode.ended().getYear() == year)
                .map(episode -> {
                    var from = Objects.requireNonNull(episode.enrolled());
                    var to = Objects.requireNonNull(episode.ended());
                    // as calendar months and days, the other way round than the planning does it
                    long months = ChronoUnit.MONTHS.between(from, to);
                    boolean exact = from.plusMonths(months).equals(to);
                    return Stream.of(3, 6, 24)
                            .filter(upTo -> exact ? months <= upTo : months < upTo)
                            .findFirst()
                            .map(upTo ->
                                    PublishedTable.ENROLMENT_LENGTH.columns().get(upTo == 3 ? 0 : upTo == 6 ? 1 : 2))
                            .orElse("over_24_months");
                })
                .distinct();
    }

    /** The class at the referral and at the enrolment, which must be the same. */
    private static Stream<String> timeClasses(Person person) {
        return person.stays().stream().flatMap(episode -> Stream.of(episode.referred(), episode.enrolled())
                .map(at -> {
                    var since = episode.withoutWorkSince();
                    if (since == null) {
                        return "unknown";
                    }
                    long months = ChronoUnit.MONTHS.between(since, at);
                    boolean exact = since.plusMonths(months).equals(at);
                    if (months < 6) {
                        return "under_6_months";
                    }
                    return (exact ? months <= 24 : months < 24) ? "6_to_24_months" : "over_24_months";
                }));
    }

    private static List<String> referrals(List<Person> people, int year) {
        return people.stream()
                .filter(person ->
                        person.purpose() != Purpose.WITHDRAWN && person.purpose() != Purpose.REFERRAL_IN_ERROR)
                .flatMap(person -> person.stays().stream())
                .filter(episode -> episode.isReferredIn(year))
                .map(episode -> Objects.requireNonNull(episode.source()).toLowerCase(Locale.ROOT))
                .toList();
    }
}

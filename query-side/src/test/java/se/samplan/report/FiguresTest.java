package se.samplan.report;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samplan.plans.StoryEvents.LABOUR_MARKET;
import static se.samplan.plans.StoryEvents.SOCIAL_SERVICES;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import se.samplan.casework.CaseEvent;
import se.samplan.casework.CaseId;
import se.samplan.casework.CaseOpened;
import se.samplan.casework.EnteredInError;
import se.samplan.casework.ErrorReason;
import se.samplan.casework.ParticipantId;
import se.samplan.casework.Sex;
import se.samplan.enrolment.EnrolmentEvent.EnrolmentEnded;
import se.samplan.enrolment.EnrolmentEvent.ParticipantEnrolled;
import se.samplan.enrolment.EnrolmentForm;
import se.samplan.enrolment.EnrolmentId;
import se.samplan.enrolment.Outcome;
import se.samplan.fold.Fold;
import se.samplan.plans.StoryEvents;
import se.samplan.referral.DeclineReason;
import se.samplan.referral.ReferralEvent.ReferralAccepted;
import se.samplan.referral.ReferralEvent.ReferralDeclined;
import se.samplan.referral.ReferralEvent.ReferralOverdue;
import se.samplan.referral.ReferralEvent.ReferralWithdrawn;
import se.samplan.referral.ReferralId;
import se.samplan.referral.WithdrawalReason;
import se.samplan.store.RecordedEvent;

/** What counts in the national statistics' tables, on both sides of each boundary. */
class FiguresTest {

    private final EnrolmentId enrolment = EnrolmentId.random();

    @Test
    void an_enrolment_that_ends_on_new_years_eve_counts_in_the_old_year_only() {
        var rows = rows(enrolled("2021-11-01T09:00:00Z"), ended("2021-12-31T22:59:59Z"));
        assertThat(participants(rows, 2021)).isEqualTo(1);
        assertThat(participants(rows, 2022)).isZero();
    }

    @Test
    void an_enrolment_that_ends_on_new_years_day_counts_in_both_years() {
        var rows = rows(enrolled("2021-11-01T09:00:00Z"), ended("2021-12-31T23:00:00Z"));
        assertThat(participants(rows, 2021)).isEqualTo(1);
        assertThat(participants(rows, 2022)).isEqualTo(1);
    }

    @Test
    void the_year_begins_at_midnight_in_sweden() {
        assertThat(participants(rows(enrolled("2022-12-31T22:59:59Z")), 2022)).isEqualTo(1);
        assertThat(participants(rows(enrolled("2022-12-31T23:00:00Z")), 2022)).isZero();
        assertThat(participants(rows(enrolled("2022-12-31T23:00:00Z")), 2023)).isEqualTo(1);
    }

    @Test
    void who_comes_back_within_the_year_counts_once() {
        var again = new ParticipantEnrolled(
                EnrolmentId.random(), LABOUR_MARKET, null, EnrolmentForm.PROGRAMME, null, at("2022-09-01T08:00:00Z"));
        var rows = rows(enrolled("2022-01-10T09:00:00Z"), ended("2022-03-01T09:00:00Z"), again);
        assertThat(participants(rows, 2022)).isEqualTo(1);
    }

    @Test
    void holiday_jobs_placements_and_entries_in_error_do_not_count() {
        for (var form : List.of(EnrolmentForm.HOLIDAY_JOB, EnrolmentForm.YOUTH_PLACEMENT)) {
            var rows = rows(
                    new ParticipantEnrolled(enrolment, LABOUR_MARKET, null, form, null, at("2022-06-10T09:00:00Z")));
            assertThat(participants(rows, 2022)).isZero();
        }
        var wrong = rows(enrolled("2022-06-10T09:00:00Z"), inError(enrolment.value()));
        assertThat(participants(wrong, 2022)).isZero();
    }

    @Test
    void a_referral_counts_unless_withdrawn_or_in_error() {
        var referral = StoryEvents.referred(at("2022-03-01T09:00:00Z"), LocalDate.of(2022, 3, 15));
        var id = referral.referralId();
        var later = at("2022-03-16T09:00:00Z");
        assertThat(referrals(rows(referral))).isEqualTo(1);
        assertThat(referrals(rows(referral, new ReferralAccepted(id, LABOUR_MARKET, later))))
                .isEqualTo(1);
        assertThat(referrals(rows(referral, declined(id, later)))).isEqualTo(1);
        assertThat(referrals(rows(referral, new ReferralOverdue(id, SOCIAL_SERVICES, later))))
                .isEqualTo(1);
        assertThat(referrals(rows(referral, inError(id.value())))).isZero();
        assertThat(referrals(rows(
                        referral,
                        new ReferralWithdrawn(id, SOCIAL_SERVICES, WithdrawalReason.FOUND_WORK, null, later))))
                .isZero();
    }

    @Test
    void a_referral_in_error_tells_nothing_of_the_person_who_takes_part() {
        var referral = StoryEvents.referred(at("2022-03-01T09:00:00Z"), LocalDate.of(2022, 3, 15));
        var id = referral.referralId();
        var enrolled = new ParticipantEnrolled(
                enrolment, LABOUR_MARKET, id, EnrolmentForm.PROGRAMME, null, at("2022-03-10T09:00:00Z"));
        assertThat(education(rows(referral, enrolled))).containsExactly("compulsory");
        var corrected = rows(referral, enrolled, inError(id.value()));
        assertThat(education(corrected)).containsExactly("not_validated");
        assertThat(Table.TIME_WITHOUT_WORK.countsIn(corrected, 2022)).containsExactly("unknown");
    }

    @Test
    void a_referral_counts_in_the_year_of_its_local_day() {
        var newYear = rows(StoryEvents.referred(at("2021-12-31T23:00:00Z"), LocalDate.of(2022, 1, 15)));
        assertThat(referrals(newYear)).isEqualTo(1);
        var eve = rows(StoryEvents.referred(at("2021-12-31T22:59:59Z"), LocalDate.of(2022, 1, 15)));
        assertThat(referrals(eve)).isZero();
    }

    @Test
    void shares_are_whole_percent_half_up() {
        assertThat(new Counts(Map.of("a", 1, "b", 199)).percent(1)).isEqualTo(1);
        assertThat(new Counts(Map.of("a", 1, "b", 200)).percent(1)).isZero();
        assertThat(new Counts(Map.of("a", 1, "b", 7)).percent(1)).isEqualTo(13);
        assertThat(new Counts(Map.of("a", 1, "b", 2)).percent(2)).isEqualTo(67);
    }

    @Test
    void months_without_work_have_their_boundaries() {
        var enrolled = LocalDate.of(2022, 7, 15);
        assertThat(WithoutWork.of(LocalDate.of(2022, 1, 16), enrolled)).isEqualTo(WithoutWork.UNDER_6_MONTHS);
        assertThat(WithoutWork.of(LocalDate.of(2022, 1, 15), enrolled)).isEqualTo(WithoutWork.FROM_6_TO_24_MONTHS);
        assertThat(WithoutWork.of(LocalDate.of(2020, 7, 15), enrolled)).isEqualTo(WithoutWork.FROM_6_TO_24_MONTHS);
        assertThat(WithoutWork.of(LocalDate.of(2020, 7, 14), enrolled)).isEqualTo(WithoutWork.OVER_24_MONTHS);
        assertThat(WithoutWork.of(null, enrolled)).isEqualTo(WithoutWork.UNKNOWN);
    }

    @Test
    void enrolment_lengths_have_their_boundaries() {
        var from = LocalDate.of(2020, 1, 15);
        assertThat(EnrolmentLength.of(from, from.plusMonths(3))).isEqualTo(EnrolmentLength.WITHIN_3_MONTHS);
        assertThat(EnrolmentLength.of(from, from.plusMonths(3).plusDays(1)))
                .isEqualTo(EnrolmentLength.FROM_3_TO_6_MONTHS);
        assertThat(EnrolmentLength.of(from, from.plusMonths(6))).isEqualTo(EnrolmentLength.FROM_3_TO_6_MONTHS);
        assertThat(EnrolmentLength.of(from, from.plusMonths(6).plusDays(1)))
                .isEqualTo(EnrolmentLength.FROM_6_TO_24_MONTHS);
        assertThat(EnrolmentLength.of(from, from.plusMonths(24))).isEqualTo(EnrolmentLength.FROM_6_TO_24_MONTHS);
        assertThat(EnrolmentLength.of(from, from.plusMonths(24).plusDays(1))).isEqualTo(EnrolmentLength.OVER_24_MONTHS);
    }

    @Test
    void age_is_counted_at_the_end_of_the_year() {
        var rows = rows(enrolled("2022-06-10T09:00:00Z"));
        assertThat(Table.AGE.countsIn(rows, 2022)).containsExactly("25_or_older");
        assertThat(Table.AGE.countsIn(rows(1998, enrolled("2022-06-10T09:00:00Z")), 2022))
                .containsExactly("24_or_younger");
        assertThat(Table.AGE.countsIn(rows(1997, enrolled("2022-06-10T09:00:00Z")), 2022))
                .containsExactly("25_or_older");
    }

    @Test
    void small_counts_and_what_would_tell_them_are_suppressed() {
        assertThat(Suppression.of(new Counts(Map.of("men", 5, "women", 36)))).isEmpty();
        assertThat(Suppression.of(new Counts(Map.of("men", 0, "women", 36)))).isEmpty();
        assertThat(Suppression.of(new Counts(Map.of("men", 4, "women", 36)))).containsExactlyInAnyOrder("men", "women");
        assertThat(Suppression.of(new Counts(Map.of("a", 1, "b", 2, "c", 50)))).containsExactlyInAnyOrder("a", "b");
        assertThat(Suppression.of(new Counts(Map.of("a", 1, "b", 9, "c", 50)))).containsExactlyInAnyOrder("a", "b");
        assertThat(Suppression.of(new Counts(Map.of("a", 3, "b", 0)))).containsExactlyInAnyOrder("a", "b");
    }

    @Test
    void equal_small_counts_are_hidden_with_the_next_so_that_the_total_of_other_tables_does_not_tell_them() {
        assertThat(Suppression.of(new Counts(Map.of("a", 1, "b", 1, "c", 30, "d", 20, "e", 10))))
                .containsExactlyInAnyOrder("a", "b", "e");
        assertThat(Suppression.of(new Counts(Map.of("a", 1, "b", 1, "c", 0, "d", 40))))
                .containsExactlyInAnyOrder("a", "b", "c");
        assertThat(Suppression.of(new Counts(Map.of("a", 1, "b", 1, "c", 1)))).containsExactlyInAnyOrder("a", "b", "c");
    }

    @Test
    void every_hidden_count_may_be_another_by_all_that_is_shown_and_the_rule_itself() {
        var random = new Random(1481);
        for (var round = 0; round < 1_000; round++) {
            var counts = new int[2 + random.nextInt(4)];
            Arrays.setAll(counts, column -> random.nextInt(random.nextBoolean() ? 3 : 12));
            var hidden = Suppression.of(counts(counts));
            var possible = new TreeMap<String, Set<Integer>>();
            others(counts, hidden, 0, 0)
                    .filter(other -> Suppression.of(counts(other)).equals(hidden))
                    .forEach(other -> hidden.forEach(column -> possible.computeIfAbsent(column, any -> new TreeSet<>())
                            .add(other[Integer.parseInt(column)])));
            assertThat(possible.keySet()).as("%s", counts(counts)).isEqualTo(hidden);
            assertThat(possible.values()).as("%s", counts(counts)).allMatch(values -> values.size() > 1);
        }
    }

    /** All counts that differ in what is hidden and have the same total. */
    private static Stream<int[]> others(int[] counts, Set<String> hidden, int column, int left) {
        if (column == counts.length) {
            return left == 0 ? Stream.of(counts.clone()) : Stream.empty();
        }
        if (!hidden.contains(Integer.toString(column))) {
            return others(counts, hidden, column + 1, left);
        }
        var most = left + counts[column];
        var rest = IntStream.range(column + 1, counts.length)
                .filter(each -> hidden.contains(Integer.toString(each)))
                .map(each -> counts[each])
                .sum();
        return IntStream.rangeClosed(0, most + rest).boxed().flatMap(count -> {
            var other = counts.clone();
            other[column] = count;
            return others(other, hidden, column + 1, most - count);
        });
    }

    private static Counts counts(int... counts) {
        var byColumn = new TreeMap<String, Integer>();
        IntStream.range(0, counts.length).forEach(column -> byColumn.put(Integer.toString(column), counts[column]));
        return new Counts(byColumn);
    }

    @Test
    void tables_are_found_by_hyphens_underscores_and_a_trailing_year() {
        assertThat(Table.named("participants-by-sex")).contains(Table.PARTICIPANTS_BY_SEX);
        assertThat(Table.named("referral_sources_2022")).contains(Table.REFERRAL_SOURCES);
        assertThat(Table.named("referral_sources_22")).isEmpty();
        assertThat(Table.named("people")).isEmpty();
    }

    private static long participants(List<FigureRow> rows, int year) {
        return Table.PARTICIPANTS_BY_SEX.countsIn(rows, year).count();
    }

    private static List<String> education(List<FigureRow> rows) {
        return Table.EDUCATION.countsIn(rows, 2022).toList();
    }

    private static long referrals(List<FigureRow> rows) {
        return Table.REFERRAL_SOURCES.countsIn(rows, 2022).count();
    }

    private static List<FigureRow> rows(CaseEvent... events) {
        return rows(1988, events);
    }

    private static List<FigureRow> rows(int birthYear, CaseEvent... events) {
        var stream = UUID.randomUUID();
        var all = new ArrayList<CaseEvent>();
        all.add(new CaseOpened(
                new CaseId(stream),
                new ParticipantId(stream),
                SOCIAL_SERVICES,
                Sex.MAN,
                birthYear,
                at("2021-01-01T00:00:00Z")));
        all.addAll(List.of(events));
        return fold(new FiguresFold(), stream, all);
    }

    private static List<FigureRow> fold(Fold<Figures> fold, UUID stream, List<CaseEvent> events) {
        var view = IntStream.range(0, events.size())
                .mapToObj(sequence -> new RecordedEvent(
                        sequence + 1,
                        stream,
                        sequence,
                        events.get(sequence).getClass().getSimpleName(),
                        Instant.EPOCH,
                        Map.of(),
                        events.get(sequence)))
                .reduce(fold.nothing(), fold::evolve, (one, other) -> other);
        return FigureRows.of(view).toList();
    }

    private ParticipantEnrolled enrolled(String at) {
        return new ParticipantEnrolled(enrolment, LABOUR_MARKET, null, EnrolmentForm.PROGRAMME, null, at(at));
    }

    private EnrolmentEnded ended(String at) {
        return new EnrolmentEnded(enrolment, LABOUR_MARKET, Outcome.REGULAR_EMPLOYMENT, List.of(), null, null, at(at));
    }

    private static ReferralDeclined declined(ReferralId id, Instant when) {
        return new ReferralDeclined(id, LABOUR_MARKET, DeclineReason.NO_PLACE, null, when);
    }

    private static EnteredInError inError(UUID entry) {
        return new EnteredInError(entry, LABOUR_MARKET, ErrorReason.ENTERED_TWICE, null, at("2022-10-01T08:00:00Z"));
    }

    private static Instant at(String time) {
        return Instant.parse(time);
    }
}

package se.samplan.participant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import se.samplan.casework.Sex;
import se.samplan.refusal.Rejected;

/** Numbers are composed here and never shown, not even by a failing assertion: test output holds none. */
class IdentityNumberTest {

    private static final LocalDate TODAY = LocalDate.of(2022, 3, 1);
    private static final LocalDate BORN = LocalDate.of(1985, 1, 31);

    /** Characters of a number with the right check digit, found by trying all ten. */
    private static String completed(String elevenDigits) {
        return IntStream.range(0, 10)
                .mapToObj(digit -> elevenDigits + digit)
                .filter(number -> CheckDigit.holds(number.substring(2)))
                .reduce((one, other) -> {
                    throw new AssertionError("two check digits hold");
                })
                .orElseThrow();
    }

    private static String day(LocalDate date, int raisedBy) {
        return Integer.toString(10_000 * date.getYear() + 100 * date.getMonthValue() + date.getDayOfMonth() + raisedBy);
    }

    private static String personal(LocalDate born, int serial) {
        return completed(day(born, 0) + serial);
    }

    private static String coordination(LocalDate born, int serial) {
        return completed(day(born, 60) + serial);
    }

    private static String hyphened(String number) {
        return number.substring(0, 8) + "-" + number.substring(8);
    }

    private static IdentityNumber parse(String text) {
        return IdentityNumber.parse(text, TODAY);
    }

    private static IdentityNumberRefusal refusal(String text) {
        return refusal(() -> parse(text));
    }

    private static IdentityNumberRefusal refusal(Supplier<IdentityNumber> parsing) {
        var rejected = catchThrowableOfType(Rejected.class, parsing::get);
        assertThat(rejected).as("refusal").isNotNull();
        return (IdentityNumberRefusal) rejected.reason();
    }

    private static void assertAllRefused(Stream<String> texts, IdentityNumberRefusal refusal) {
        var refused = texts.map(IdentityNumberTest::refusal).toList();
        assertThat(refused).isNotEmpty().allMatch(refusal::equals);
    }

    @Nested
    class A_personal_number {

        @Test
        void is_read_on_every_day_from_1840_until_today() {
            var wrong = LocalDate.of(1840, 1, 1)
                    .datesUntil(TODAY.plusDays(1))
                    .filter(born -> {
                        var number = parse(personal(born, 123));
                        return number.kind() != NumberKind.PERSONAL_NUMBER
                                || !number.birthDate().equals(born);
                    })
                    .toList();

            assertThat(wrong).isEmpty();
        }

        @Test
        void is_the_same_with_and_without_hyphen() {
            var number = personal(BORN, 239);

            assertThat(parse(hyphened(number)).equals(parse(number))).isTrue();
            assertThat(parse(hyphened(number)).hashCode() == parse(number).hashCode())
                    .isTrue();
            assertThat(parse(hyphened(number)).revealed().equals(number)).isTrue();
        }

        @Test
        void tells_sex_by_its_third_serial_digit() {
            assertThat(IntStream.range(0, 10).mapToObj(digit -> parse(personal(BORN, 230 + digit))
                            .sex()))
                    .containsExactly(
                            Sex.WOMAN, Sex.MAN, Sex.WOMAN, Sex.MAN, Sex.WOMAN, Sex.MAN, Sex.WOMAN, Sex.MAN, Sex.WOMAN,
                            Sex.MAN);
        }

        @Test
        void with_any_wrong_check_digit_is_refused() {
            var right = personal(BORN, 239);

            assertAllRefused(
                    IntStream.range(0, 10)
                            .mapToObj(digit -> right.substring(0, 11) + digit)
                            .filter(number -> !number.equals(right)),
                    IdentityNumberRefusal.IDENTITY_NUMBER_CHECK_DIGIT);
        }

        @Test
        void with_any_one_other_digit_is_refused() {
            var right = personal(BORN, 239);
            var changed = IntStream.range(2, 12)
                    .boxed()
                    .flatMap(at -> IntStream.range('0', '9' + 1)
                            .filter(digit -> digit != right.charAt(at))
                            .mapToObj(digit -> right.substring(0, at) + (char) digit + right.substring(at + 1)))
                    .map(IdentityNumberTest::refusal)
                    .toList();

            assertThat(changed)
                    .hasSize(90)
                    .containsOnly(
                            IdentityNumberRefusal.IDENTITY_NUMBER_CHECK_DIGIT,
                            IdentityNumberRefusal.IDENTITY_NUMBER_NO_SUCH_DATE);
        }

        @Test
        void of_today_is_read_and_of_tomorrow_refused() {
            assertThat(parse(personal(TODAY, 239)).birthDate()).isEqualTo(TODAY);
            assertThat(refusal(personal(TODAY.plusDays(1), 239)))
                    .isEqualTo(IdentityNumberRefusal.IDENTITY_NUMBER_IN_FUTURE);
            assertThat(refusal(personal(TODAY.plusYears(100), 239)))
                    .isEqualTo(IdentityNumberRefusal.IDENTITY_NUMBER_IN_FUTURE);
        }

        @Test
        void of_a_time_before_numbers_is_refused() {
            assertThat(refusal(personal(LocalDate.of(1839, 12, 31), 239)))
                    .isEqualTo(IdentityNumberRefusal.IDENTITY_NUMBER_NO_SUCH_DATE);
        }

        @Test
        void that_the_tax_agency_publishes_for_tests_is_read() {
            // The oldest of them: test numbers are real in every respect but that nobody has them.
            assertThat(parse(completed("18900101" + "980")).sex()).isEqualTo(Sex.WOMAN);
        }
    }

    @Nested
    class A_date {

        @Test
        void that_the_calendar_lacks_is_refused_in_every_kind_of_number() {
            var days = Stream.of(1900, 1999, 2000, 2001, 2004, 2020, 2021)
                    .flatMap(year -> IntStream.range(0, 14).boxed().flatMap(month -> IntStream.range(0, 100)
                            .filter(day -> !exists(year, month, day) && !mayBeRaised(year, month, day - 60))
                            .mapToObj(day -> "%04d%02d%02d".formatted(year, month, day))))
                    .toList();

            assertThat(days).hasSizeGreaterThan(2000);
            assertAllRefused(
                    days.stream().map(day -> completed(day + "239")),
                    IdentityNumberRefusal.IDENTITY_NUMBER_NO_SUCH_DATE);
            assertAllRefused(
                    days.stream().map(day -> day + "T239"), IdentityNumberRefusal.IDENTITY_NUMBER_NO_SUCH_DATE);
        }

        private static boolean mayBeRaised(int year, int month, int day) {
            return day == 0 && month <= 12 || month == 0 && day >= 0 && day <= 31 || exists(year, month, day);
        }

        private static boolean exists(int year, int month, int day) {
            return month >= 1 && month <= 12 && YearMonth.of(year, month).isValidDay(day);
        }
    }

    @Nested
    class A_coordination_number {

        @Test
        void has_the_day_raised_by_sixty_on_every_day() {
            var wrong = LocalDate.of(1999, 1, 1)
                    .datesUntil(LocalDate.of(2001, 1, 1))
                    .filter(born -> {
                        var number = parse(hyphened(coordination(born, 345)));
                        return number.kind() != NumberKind.COORDINATION_NUMBER
                                || !number.birthDate().equals(born)
                                || number.sex() != Sex.MAN;
                    })
                    .toList();

            assertThat(wrong).isEmpty();
        }

        @Test
        void of_an_unknown_month_or_day_is_read_as_the_tax_agency_has_them() {
            var unknownMonth = parse(completed("19150072" + "239"));
            var unknownDay = parse(completed("19150460" + "239"));
            var unknownBoth = parse(completed("19150060" + "239"));

            assertThat(Stream.of(unknownMonth, unknownDay, unknownBoth).map(IdentityNumber::kind))
                    .containsOnly(NumberKind.COORDINATION_NUMBER);
            assertThat(Stream.of(unknownMonth, unknownDay, unknownBoth).map(IdentityNumber::birthDate))
                    .containsExactly(LocalDate.of(1915, 1, 1), LocalDate.of(1915, 4, 1), LocalDate.of(1915, 1, 1));
            assertThat(Stream.of("19150091", "19150092", "19150400", "19150012")
                            .map(day ->
                                    catchThrowableOfType(Rejected.class, () -> parse(completed(day + "239"))) == null))
                    .containsExactly(true, false, false, false);
        }

        @Test
        void of_tomorrow_or_with_a_wrong_check_digit_is_refused() {
            var right = coordination(BORN, 239);
            int wrongDigit = (right.charAt(11) - '0' + 1) % 10;

            assertThat(refusal(coordination(TODAY.plusDays(1), 239)))
                    .isEqualTo(IdentityNumberRefusal.IDENTITY_NUMBER_IN_FUTURE);
            assertThat(refusal(right.substring(0, 11) + wrongDigit))
                    .isEqualTo(IdentityNumberRefusal.IDENTITY_NUMBER_CHECK_DIGIT);
        }
    }

    @Nested
    class An_interim_number {

        @Test
        void has_one_of_eleven_letters_and_any_last_digit() {
            var kinds = "TRSUWXJKLMN"
                    .chars()
                    .boxed()
                    .flatMap(letter ->
                            IntStream.range(0, 10).mapToObj(digit -> day(BORN, 0) + (char) (int) letter + "23" + digit))
                    .map(text -> parse(text).kind())
                    .toList();

            assertThat(kinds).hasSize(110).containsOnly(NumberKind.INTERIM_NUMBER);
        }

        @Test
        void with_any_other_letter_is_malformed() {
            assertAllRefused(
                    "ABCDEFGHIOPQVYZÅÄÖ".chars().mapToObj(letter -> day(BORN, 0) + (char) letter + "239"),
                    IdentityNumberRefusal.IDENTITY_NUMBER_MALFORMED);
        }

        @Test
        void tells_sex_by_the_digit_before_the_last() {
            assertThat(parse(day(BORN, 0) + "-T119").sex()).isEqualTo(Sex.MAN);
            assertThat(parse(day(BORN, 0) + "-T191").sex()).isEqualTo(Sex.MAN);
            assertThat(parse(day(BORN, 0) + "-T921").sex()).isEqualTo(Sex.WOMAN);
        }

        @Test
        void is_the_same_in_small_letters() {
            assertThat(parse(day(BORN, 0) + "-t239").equals(parse(day(BORN, 0) + "T239")))
                    .isTrue();
        }

        @Test
        void has_its_day_as_it_is() {
            assertThat(parse(day(BORN, 0) + "-T239").birthDate()).isEqualTo(BORN);
            assertThat(refusal(day(BORN, 60) + "-T239")).isEqualTo(IdentityNumberRefusal.IDENTITY_NUMBER_NO_SUCH_DATE);
            assertThat(refusal(day(TODAY.plusDays(1), 0) + "-T239"))
                    .isEqualTo(IdentityNumberRefusal.IDENTITY_NUMBER_IN_FUTURE);
        }
    }

    @Nested
    class A_text {

        @Test
        void without_century_is_refused_with_a_code_of_its_own() {
            var tenDigits = personal(BORN, 239).substring(2);
            var six = tenDigits.substring(0, 6);
            var four = tenDigits.substring(6);

            assertAllRefused(
                    Stream.of(tenDigits, six + "-" + four, six + "+" + four, six + "-T239", six + "T239"),
                    IdentityNumberRefusal.IDENTITY_NUMBER_WITHOUT_CENTURY);
        }

        @Test
        void of_any_other_shape_is_malformed() {
            var number = personal(BORN, 239);
            var arabic = number.chars()
                    .mapToObj(digit -> Character.toString(digit - '0' + '٠'))
                    .reduce("", String::concat);

            assertAllRefused(
                    Stream.of(
                            "",
                            " ",
                            "anna",
                            number + "0",
                            number.substring(1),
                            " " + number,
                            number + "\n",
                            number.substring(0, 8) + "+" + number.substring(8),
                            number.substring(0, 8) + "--" + number.substring(8),
                            number.substring(0, 4) + "-" + number.substring(4),
                            number.substring(0, 8) + "–" + number.substring(8),
                            number.substring(0, 8) + "-" + number.substring(8, 11) + "T",
                            arabic,
                            day(BORN, 0) + "-\u017f239",
                            completed(day(BORN, 0) + "000"),
                            completed(day(BORN, 60) + "000"),
                            "9".repeat(10_000)),
                    IdentityNumberRefusal.IDENTITY_NUMBER_MALFORMED);
        }
    }

    @Test
    void it_shows_itself_in_no_text_but_what_the_vault_asks_for() {
        var text = hyphened(personal(BORN, 239));
        var wrong = text.substring(0, 12) + (text.charAt(12) == '0' ? '1' : '0');
        var rejected = catchThrowableOfType(Rejected.class, () -> parse(wrong));

        assertThat(parse(text).toString()).isEqualTo("IdentityNumber[hidden]");
        assertThat(List.of(String.valueOf(rejected.getMessage()), rejected.toString()))
                .noneMatch(shown -> shown.contains(wrong.substring(2, 8)));
        assertThat(rejected.details()).isEmpty();
        assertThat(rejected.getCause()).isNull();
    }
}

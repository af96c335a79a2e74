package se.samplan.client.caseload;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class IdentityNumbersTest {

    @Test
    void no_two_people_of_a_load_share_a_number() {
        var plan = plan(1);
        assertThat(numbers(plan, 1)).hasSize(plan.people().size());
    }

    @Test
    void loads_of_seeds_with_different_last_digits_share_no_number() {
        var one = numbers(plan(1), 1);
        one.retainAll(numbers(plan(2), 2));
        assertThat(one).isEmpty();
    }

    @Test
    void the_same_seed_gives_the_same_numbers() {
        assertThat(numbers(plan(1), 1)).isEqualTo(numbers(plan(1), 1));
    }

    @Test
    void every_number_is_a_test_number_that_tells_its_persons_sex_and_birth_year() {
        var plan = plan(3);
        var numbers = IdentityNumbers.of(plan.people(), 3);
        for (var person : plan.people()) {
            var number = numbers.of(person);
            assertThat(number).matches("\\d{8}-[9T][89]\\d\\d");
            assertThat(number).startsWith(Integer.toString(person.birthYear()));
            assertThat((number.charAt(11) - '0') % 2 == 1).isEqualTo(person.isMan());
            int day = Integer.parseInt(number.substring(6, 8));
            boolean coordination = person.numberKind() == Person.NumberKind.COORDINATION_NUMBER;
            assertThat(day > 60).isEqualTo(coordination);
            var date = number.substring(0, 6) + "%02d".formatted(coordination ? day - 60 : day);
            assertThat(LocalDate.parse(date, DateTimeFormatter.BASIC_ISO_DATE)).hasYear(person.birthYear());
            if (person.numberKind() != Person.NumberKind.INTERIM_NUMBER) {
                assertThat(luhn(number.substring(2).replace("-", ""))).isZero();
            }
        }
    }

    @Test
    void all_three_kinds_of_number_occur() {
        assertThat(plan(1).people()).extracting(Person::numberKind).contains(Person.NumberKind.values());
    }

    @Test
    void the_check_digit_is_that_of_the_tax_agencys_example() {
        // 811218-9876, as printed in SKV 704
        assertThat(CheckDigit.append("811218987")).isEqualTo("8112189876");
    }

    @Test
    void the_numbers_do_not_show_themselves() {
        assertThat(IdentityNumbers.of(plan(1).people(), 1)).hasToString("IdentityNumbers[hidden]");
    }

    private static int luhn(String tenDigits) {
        int sum = 0;
        for (int i = 0; i < tenDigits.length(); i++) {
            int digit = tenDigits.charAt(i) - '0';
            sum += i % 2 == 1 ? digit : digit > 4 ? 2 * digit - 9 : 2 * digit;
        }
        return sum % 10;
    }

    private static Plan plan(long seed) {
        return Plan.make(TableFolder.shipped(), 2022, seed, 1, Weights.shipped());
    }

    private static Set<String> numbers(Plan plan, long seed) {
        var numbers = IdentityNumbers.of(plan.people(), seed);
        var all = new HashSet<String>();
        plan.people().forEach(person -> all.add(numbers.of(person)));
        return all;
    }
}

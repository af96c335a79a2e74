package se.samplan.client.caseload;

import java.time.LocalDate;
import java.time.Year;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Test identity numbers for the people of one load, no two alike: the serials 980 to 999, which the Swedish Tax Agency
 * publishes for testing, give ten numbers for each birth date and sex. The seed's last digit chooses which comes first,
 * so that loads whose seeds differ there share none as long as each is smaller than some twenty thousand people.
 */
final class IdentityNumbers {

    private static final int PER_DATE = 10;
    private static final int COORDINATION = 60;
    /** Has no common divisor with the days of a year, so that it visits each. */
    private static final int STRIDE = 37;

    /** Those who may share a birth date and a serial only by being the same. */
    private record Group(int birthYear, boolean man, Person.NumberKind kind) {}

    private final Map<Integer, String> numbers = new HashMap<>();

    private IdentityNumbers() {}

    static IdentityNumbers of(List<Person> people, long seed) {
        var all = new IdentityNumbers();
        var taken = new HashMap<Group, Integer>();
        for (var person : people) {
            var group = new Group(person.birthYear(), person.isMan(), person.numberKind());
            int place = taken.merge(group, 1, Integer::sum) - 1;
            all.numbers.put(person.number(), number(group, place, seed));
        }
        return all;
    }

    String of(Person person) {
        var number = numbers.get(person.number());
        if (number == null) {
            throw new IllegalArgumentException("a person of another load");
        }
        return number;
    }

    @Override
    public String toString() {
        return "IdentityNumbers[hidden]";
    }

    private static String number(Group group, int place, long seed) {
        int days = Year.of(group.birthYear).length();
        if (place >= days * PER_DATE) {
            throw new BadTable("there are not enough test identity numbers for so many people of the same birth year "
                    + "and sex; use a smaller --scale");
        }
        int day = Math.floorMod(place * STRIDE + Math.floorMod(seed, days), days) + 1;
        int slot = (Math.floorMod(seed, PER_DATE) + place / days) % PER_DATE;
        var serial = Integer.toString(980 + 2 * slot + (group.man ? 1 : 0));
        var birth = LocalDate.ofYearDay(group.birthYear, day);
        var date = birth.format(DateTimeFormatter.BASIC_ISO_DATE);
        return switch (group.kind) {
            case PERSONAL_NUMBER -> closed(date, serial);
            case COORDINATION_NUMBER -> closed(date.substring(0, 6) + (birth.getDayOfMonth() + COORDINATION), serial);
            // a letter for the first serial digit, and no check digit
            case INTERIM_NUMBER -> date + "-T" + serial.substring(1) + "0";
        };
    }

    private static String closed(String date, String serial) {
        var closed = CheckDigit.append(date.substring(2) + serial);
        return date.substring(0, 2) + closed.substring(0, 6) + "-" + closed.substring(6);
    }
}

package se.samplan.client.caseload;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Makes the people of one municipality such that they count as its figures say, and others who must not count. */
final class PeopleOfMunicipality {

    private final MunicipalFigures figures;
    private final int year;
    private final Weights weights;
    private final SeededRandom random;
    private final Periods periods;
    private final List<Person> people = new ArrayList<>();
    private final int firstNumber;
    private final Iterator<String> sources;

    PeopleOfMunicipality(MunicipalFigures figures, int year, Weights weights, long seed, int firstNumber) {
        this.figures = figures;
        this.year = year;
        this.weights = weights;
        this.random =
                SeededRandom.of(seed, year + "/people/" + figures.municipality().code());
        this.periods = new Periods(year, random);
        this.firstNumber = firstNumber;
        this.sources = random.shuffled(figures.sources().each()).iterator();
    }

    List<Person> make() {
        participants();
        IntStream.range(0, figures.flow().declined()).forEach(i -> other(Purpose.DECLINED, sources.next()));
        IntStream.range(0, figures.flow().overdue()).forEach(i -> other(Purpose.OVERDUE, sources.next()));
        others(Purpose.WITHDRAWN, Weight.WITHDRAWN);
        others(Purpose.REFERRAL_IN_ERROR, Weight.REFERRAL_IN_ERROR);
        others(Purpose.ENROLMENT_IN_ERROR, Weight.ENROLMENT_IN_ERROR);
        others(Purpose.EARLIER_YEAR, Weight.EARLIER_YEAR);
        others(Purpose.HOLIDAY_JOB, Weight.HOLIDAY_JOB);
        return people;
    }

    private void participants() {
        int count = figures.participants();
        var sexes = random.shuffled(figures.sexes().each());
        var ages = random.shuffled(figures.age().each());
        var educations = random.shuffled(figures.education().each());
        var withoutWork = random.shuffled(figures.withoutWork().each());
        var drawn = new ArrayList<Length>();
        figures.length().each().forEach(column -> drawn.add(Length.ofColumn(column)));
        while (drawn.size() < count) {
            drawn.add(Length.ONGOING);
        }
        var lengths = random.shuffled(drawn);
        var returning = firstOf(figures.flow().returning(), lengths, Set.of(), Length.WITHIN_3_MONTHS);
        var begun = firstOf(figures.flow().begun() - returning.size(), lengths, returning, null);
        for (int i = 0; i < count; i++) {
            var time = WithoutWork.ofColumn(withoutWork.get(i));
            boolean young = ages.get(i).equals(PublishedTable.AGE.columns().getFirst());
            var length = lengths.get(i);
            int birthYear = birthYear(young, length == Length.OVER_24_MONTHS || time == WithoutWork.OVER_24_MONTHS);
            List<Episode> stays = returning.contains(i)
                    ? twice(time, young)
                    : List.of(episode(periods.of(length, begun.contains(i)), time, young));
            add(Purpose.PARTICIPANT, sexes.get(i), birthYear, educations.get(i), time, stays);
        }
    }

    /** Draws so many of the people whose enrolment may have begun in the year, the readier the sooner. */
    private Set<Integer> firstOf(int count, List<Length> lengths, Set<Integer> but, @Nullable Length only) {
        record Draw(int person, double key) {}
        return new HashSet<>(IntStream.range(0, lengths.size())
                .filter(i -> !but.contains(i) && (only == null || lengths.get(i) == only))
                .filter(i -> lengths.get(i).likelyBegun() > 0)
                .mapToObj(i -> new Draw(
                        i, Math.pow(random.fraction(), 1 / lengths.get(i).likelyBegun())))
                .sorted(Comparator.comparingDouble(Draw::key).reversed())
                .limit(count)
                .map(Draw::person)
                .toList());
    }

    private List<Episode> twice(WithoutWork time, boolean young) {
        var twice = periods.twice();
        return List.of(episode(twice[0], time, young), episode(twice[1], time, young));
    }

    private Episode episode(Periods.Period period, WithoutWork time, boolean young) {
        var from = period.from();
        boolean inYear = from.getYear() == year;
        var referred = from.minusDays(random.between(2, inYear ? Math.min(14, from.getDayOfYear() - 5) : 14));
        var source = inYear ? sources.next() : random.oneOf(figures.sources().each());
        return new Episode(
                referred, source.toUpperCase(Locale.ROOT), time.since(from, young, random), from, period.to());
    }

    /** At least one of each where there are enough people to hide it among. */
    private void others(Purpose purpose, Weight weight) {
        int least = figures.participants() >= 5 && weights.percent(weight) > 0 ? 1 : 0;
        int count = Math.max(least, weights.of(weight, figures.participants()));
        for (int i = 0; i < count; i++) {
            other(purpose, random.oneOf(PublishedTable.REFERRAL_SOURCES.columns()));
        }
    }

    private void other(Purpose purpose, String source) {
        boolean young = purpose == Purpose.HOLIDAY_JOB || random.oneIn(5);
        var time = random.oneOf(List.of(WithoutWork.values()));
        var day = random.day(periods.day(1, 8), periods.day(11, 20));
        var earlier = periods.earlier();
        var episode =
                switch (purpose) {
                    case PARTICIPANT, EARLIER_YEAR -> episode(earlier, time, young);
                    case DECLINED, OVERDUE, WITHDRAWN, REFERRAL_IN_ERROR ->
                        new Episode(day, source.toUpperCase(Locale.ROOT), time.since(day, young, random), null, null);
                    case ENROLMENT_IN_ERROR, HOLIDAY_JOB -> new Episode(null, null, null, day, day.plusDays(20));
                };
        var sex = random.oneIn(2) ? "men" : "women";
        add(
                purpose,
                sex,
                birthYear(young, false),
                random.oneOf(PublishedTable.EDUCATION.columns()),
                time,
                List.of(episode));
    }

    private int birthYear(boolean young, boolean longPast) {
        int age = young ? random.between(longPast ? 23 : 19, 24) : random.between(longPast ? 27 : 25, 64);
        return year - age;
    }

    private void add(
            Purpose purpose, String sex, int birthYear, String education, WithoutWork time, List<Episode> stays) {
        double kind = random.fraction() * 100;
        double coordination = weights.percent(Weight.COORDINATION_NUMBER);
        var numberKind = kind < coordination
                ? Person.NumberKind.COORDINATION_NUMBER
                : kind < coordination + weights.percent(Weight.INTERIM_NUMBER)
                        ? Person.NumberKind.INTERIM_NUMBER
                        : Person.NumberKind.PERSONAL_NUMBER;
        people.add(new Person(
                firstNumber + people.size(),
                figures.municipality().code(),
                purpose,
                sex,
                birthYear,
                numberKind,
                education,
                time,
                stays));
    }
}

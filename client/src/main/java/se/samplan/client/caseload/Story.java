package se.samplan.client.caseload;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

/** One person's story while the chapters write it: its steps get times such that a cause stands before its effect. */
final class Story {

    private final Person person;
    private final Scenario scenario;
    private final AssignedStaff staff;
    private final SeededRandom random;
    private final int year;
    private final List<Step> steps = new ArrayList<>();
    private final Set<String> lanes = new HashSet<>();
    private int minutes;

    Story(Person person, Scenario scenario, AssignedStaff staff, int year, long seed) {
        this.person = person;
        this.scenario = scenario;
        this.staff = staff;
        this.random = SeededRandom.of(seed, year + "/story/" + person.number());
        this.year = year;
    }

    Person person() {
        return person;
    }

    Scenario scenario() {
        return scenario;
    }

    AssignedStaff staff() {
        return staff;
    }

    SeededRandom random() {
        return random;
    }

    int year() {
        return year;
    }

    LocalPolicy policy() {
        return LocalPolicy.of(person.municipality());
    }

    /** So many days after the first enrolment. */
    LocalDate day(int afterEnrolment) {
        return Objects.requireNonNull(person.first().enrolled()).plusDays(afterEnrolment);
    }

    /** The last day but one of the enrolment, or of the year. */
    LocalDate lastDay() {
        return day(person.room(year) - 1);
    }

    /** Adds what is made of a time on that day, later than everything added before on the same day. */
    void on(LocalDate day, Function<LocalDateTime, Step> step) {
        steps.add(step.apply(day.atTime(8, 0).plusMinutes(minutes++)));
    }

    /** Registers the person for the actor's lane, unless that was done. */
    void register(StaffActor actor, LocalDate day) {
        if (lanes.add(actor.lane())) {
            boolean first = lanes.size() == 1;
            on(day, at -> new RegisterStep.Register(actor, at, first));
            if (first && scenario.isProtected()) {
                protect(actor, day, Scenario.Protection.SECRECY_MARKING);
            }
        }
    }

    /** Protects the person, which takes two. */
    void protect(StaffActor actor, LocalDate day, Scenario.Protection protection) {
        on(day, at -> new RegisterStep.Protect(actor, at, protection, false));
        var second = staff.roster().secondOfProtected(actor);
        on(day, at -> new RegisterStep.Protect(second, at, protection, true));
    }

    List<Step> inOrder() {
        return steps.stream().sorted(Comparator.comparing(Step::at)).toList();
    }
}

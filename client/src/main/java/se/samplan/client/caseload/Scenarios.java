package se.samplan.client.caseload;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;

/** Assigns storylines, side events and protection by quota, not by chance; each milestone to at least 1 % of the cases. */
final class Scenarios {

    private final List<Person> people;
    private final int year;
    private final Weights weights;
    private final SeededRandom random;
    private final Map<Integer, Scenario> scenarios = new HashMap<>();

    private Scenarios(List<Person> people, int year, Weights weights, long seed) {
        this.people = people;
        this.year = year;
        this.weights = weights;
        this.random = SeededRandom.of(seed, year + "/fates");
    }

    /** Each person's scenario, by running number. */
    static Map<Integer, Scenario> allot(List<Person> people, int year, Weights weights, long seed) {
        var scenarios = new Scenarios(people, year, weights, seed);
        people.forEach(person -> scenarios.scenarios.put(person.number(), Scenario.NONE));
        scenarios.protect();
        for (var storyline : Storyline.values()) {
            scenarios.allot(storyline);
        }
        for (var sideEvent : SideEvent.values()) {
            scenarios.allot(sideEvent);
        }
        return scenarios.scenarios;
    }

    private Scenario scenario(Person person) {
        return scenarios.getOrDefault(person.number(), Scenario.NONE);
    }

    /** Three in four of the protected are marked twice: first the weaker protection, then the stronger. */
    private void protect() {
        int participants = Math.toIntExact(people.stream()
                .filter(person -> person.purpose() == Purpose.PARTICIPANT)
                .count());
        int count =
                weights.percent(Weight.PROTECTED) == 0 ? 0 : Math.max(1, weights.of(Weight.PROTECTED, participants));
        int raised = Math.ceilDiv(count * 3, 4);
        var chosen = choose(
                count,
                (person, scenario) -> person.purpose() == Purpose.PARTICIPANT
                        && person.stays().size() == 1);
        for (int i = 0; i < chosen.size(); i++) {
            var protection =
                    i < raised ? Scenario.Protection.PROTECTED_REGISTRATION : Scenario.Protection.SECRECY_MARKING;
            scenarios.put(chosen.get(i).number(), scenario(chosen.get(i)).with(protection));
        }
    }

    private void allot(Storyline storyline) {
        int least = storyline.milestones().isEmpty() ? 0 : Math.ceilDiv(people.size(), 100);
        int count = Math.max(least, weights.of(storyline.weight(), people.size()));
        choose(
                        count,
                        (person, scenario) -> scenario.storyline() == null
                                && person.room(year) >= storyline.room()
                                && (!scenario.isProtected() || storyline.suitsProtected())
                                && storyline.suits(LocalPolicy.of(person.municipality())))
                .forEach(person ->
                        scenarios.put(person.number(), scenario(person).with(storyline)));
    }

    private void allot(SideEvent sideEvent) {
        var suited = people.stream()
                .filter(person -> suits(sideEvent, person, scenario(person)))
                .count();
        choose(
                        weights.of(sideEvent.weight(), Math.toIntExact(suited)),
                        (person, scenario) -> suits(sideEvent, person, scenario))
                .forEach(person ->
                        scenarios.put(person.number(), scenario(person).with(sideEvent)));
    }

    private boolean suits(SideEvent sideEvent, Person person, Scenario scenario) {
        if (person.room(year) < sideEvent.room()) {
            return false;
        }
        return switch (sideEvent) {
            case MUNICIPAL_PLAN, ACTIVITY_IN_ERROR -> true;
            case GOAL_ACHIEVED -> scenario.has(SideEvent.MUNICIPAL_PLAN);
            case MUNICIPAL_ACTIVITY -> scenario.storyline() == null || scenario.storyline() == Storyline.AGENCY_APART;
            case HAND_OVER -> !scenario.isProtected();
            case DEREGISTERED -> scenario.storyline() != null;
            case LEFT_OPEN ->
                scenario.has(SideEvent.MUNICIPAL_ACTIVITY) && person.first().ended() != null;
        };
    }

    private List<Person> choose(int count, BiPredicate<Person, Scenario> suited) {
        return random.<Person>shuffled(people).stream()
                .filter(person -> suited.test(person, scenario(person)))
                .limit(count)
                .toList();
    }
}

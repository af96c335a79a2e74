package se.samplan.client.caseload;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** A whole caseload before anything is sent: the figures to be met, the people, and what befalls each. */
record Plan(
        int year,
        long seed,
        double scale,
        List<MunicipalFigures> figures,
        List<Person> people,
        Map<Integer, Scenario> scenarios) {

    /** The same for the same tables, year, seed, scale and shares, to the last byte. */
    static Plan make(Tables tables, int year, long seed, double scale, Weights weights) {
        var figures = MunicipalFigures.of(tables, year, scale, weights);
        var people = new ArrayList<Person>();
        for (var ofMunicipality : figures) {
            people.addAll(new PeopleOfMunicipality(ofMunicipality, year, weights, seed, people.size() + 1).make());
        }
        return new Plan(year, seed, scale, figures, List.copyOf(people), Scenarios.allot(people, year, weights, seed));
    }

    Scenario scenario(Person person) {
        return scenarios.getOrDefault(person.number(), Scenario.NONE);
    }

    List<UnreachableCell> missed() {
        return figures.stream()
                .flatMap(ofMunicipality -> ofMunicipality.missed().stream())
                .toList();
    }

    /** How many cases see each turn. */
    Map<Milestone, Integer> milestones() {
        var milestones = new EnumMap<Milestone, Integer>(Milestone.class);
        for (var milestone : Milestone.values()) {
            milestones.put(
                    milestone,
                    Math.toIntExact(people.stream()
                            .filter(person -> scenario(person).milestones().contains(milestone))
                            .count()));
        }
        return milestones;
    }

    /** The earliest day on which anything of it can have happened. */
    LocalDate earliest() {
        return LocalDate.of(year - 5, 1, 1);
    }
}

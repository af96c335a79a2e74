package se.samplan.client.caseload;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** A plan as it is written down: who should count where, and what the reports must show; no identity number in it. */
record PlanFile(
        int year,
        long seed,
        double scale,
        int cases,
        int commands,
        SequencedMap<String, Integer> turns,
        List<UnreachableCell> unreachable,
        List<OfMunicipality> municipalities,
        List<OfPerson> people) {

    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /** The rows that the reports of a municipality must print, by table. */
    record OfMunicipality(String code, String name, SequencedMap<String, Row> tables) {}

    /**
     * One row.
     *
     * @param from where its figures come from
     * @param counted how many people or referrals it is about
     * @param counts whole people or referrals by column
     * @param shown what the report prints by column
     */
    record Row(String from, int counted, SequencedMap<String, Integer> counts, SequencedMap<String, Integer> shown) {}

    /** One person by running number. */
    record OfPerson(
            int number,
            String municipality,
            Purpose purpose,
            String sex,
            int birthYear,
            String education,
            WithoutWork withoutWork,
            @Nullable Storyline storyline,
            Set<SideEvent> extras,
            Scenario.Protection protection,
            List<Episode> stays) {}

    static PlanFile of(Plan plan, int commands) {
        var turns = new LinkedHashMap<String, Integer>();
        plan.milestones().forEach((turn, cases) -> turns.put(turn.toString(), cases));
        return new PlanFile(
                plan.year(),
                plan.seed(),
                plan.scale(),
                plan.people().size(),
                commands,
                turns,
                plan.missed(),
                plan.figures().stream().map(PlanFile::of).toList(),
                plan.people().stream()
                        .map(person -> of(person, plan.scenario(person)))
                        .toList());
    }

    void write(Path file) {
        try {
            var folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            Files.write(file, MAPPER.writeValueAsBytes(this));
        } catch (IOException e) {
            throw new BadTable("the plan cannot be written to " + file + ": " + e.getMessage());
        }
    }

    static PlanFile read(Path file) {
        try {
            return MAPPER.readValue(Files.readAllBytes(file), PlanFile.class);
        } catch (IOException | JacksonException e) {
            throw new BadTable(file + " is not a plan of this program: " + e.getMessage());
        }
    }

    private static OfMunicipality of(MunicipalFigures figures) {
        var tables = new LinkedHashMap<String, Row>();
        for (var fitted : figures.all()) {
            SequencedMap<String, Integer> shown = fitted.percentages();
            if (fitted.table() == PublishedTable.PARTICIPANTS_BY_SEX) {
                shown = new LinkedHashMap<>(fitted.counts());
                shown.put("total", fitted.total());
            }
            tables.put(fitted.table().file(), new Row(fitted.from(), fitted.total(), fitted.counts(), shown));
        }
        return new OfMunicipality(
                figures.municipality().code(), figures.municipality().name(), tables);
    }

    private static OfPerson of(Person person, Scenario scenario) {
        return new OfPerson(
                person.number(),
                person.municipality(),
                person.purpose(),
                person.sex(),
                person.birthYear(),
                person.education(),
                person.withoutWork(),
                scenario.storyline(),
                new TreeSet<>(scenario.sideEvents()),
                scenario.protection(),
                person.stays());
    }

    /** A row's shown figures; none where the plan has no such table. */
    Map<String, Integer> shown(String municipality, PublishedTable table) {
        return municipalities.stream()
                .filter(of -> of.code().equals(municipality))
                .flatMap(of -> of.tables().entrySet().stream())
                .filter(entry -> entry.getKey().equals(table.file()))
                .findFirst()
                .<Map<String, Integer>>map(entry -> entry.getValue().shown())
                .orElse(Map.of());
    }
}

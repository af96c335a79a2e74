package se.samplan.bench;

import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/** What a run ends with: a table in Markdown, and the same as JSON. */
final class BenchReport {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .addModule(new SimpleModule().addSerializer(Goal.class, new GoalAsNumber()))
            .build();

    private BenchReport() {}

    static String table(List<Figure> figures) {
        return """
                | Figure | Median | Least | Greatest | Unit | Goal | |
                |---|---|---|---|---|---|---|
                """ + figures.stream().map(BenchReport::row).collect(Collectors.joining());
    }

    private static String row(Figure figure) {
        return "| `%s` | %s | %s | %s | %s | %s | %s |%n"
                .formatted(
                        figure.name(),
                        Figure.number(figure.ratio()),
                        Figure.number(figure.min()),
                        Figure.number(figure.max()),
                        figure.unit(),
                        figure.goal() == null ? "" : figure.goal(),
                        verdict(figure));
    }

    private static String verdict(Figure figure) {
        if (figure.isVoid()) {
            return "void";
        }
        var goal = figure.goal();
        if (goal != null && goal.isVoid()) {
            return "goal void";
        }
        if (!figure.met()) {
            return "missed";
        }
        return goal == null ? "" : "met";
    }

    static String json(List<Figure> figures) {
        return JSON.writeValueAsString(figures);
    }

    /** Its direction is the figure's, and stands in the table; null is one that is void, and nothing to have missed. */
    private static final class GoalAsNumber extends StdSerializer<Goal> {

        private GoalAsNumber() {
            super(Goal.class);
        }

        @Override
        public void serialize(Goal goal, JsonGenerator json, SerializationContext context) throws JacksonException {
            if (goal.isVoid()) {
                json.writeNull();
            } else {
                json.writeNumber(goal.value());
            }
        }
    }
}

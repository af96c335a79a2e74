package se.samplan.client.caseload;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;

/** What sets the record right: corrections, and time that passed without an answer. */
sealed interface CorrectionStep extends Step {

    record Correct(StaffActor by, LocalDateTime at, String entry, String reason) implements CorrectionStep {

        @Override
        public Call call() {
            return Call.onCase("corrections", Map.of("entry", new Call.Ref.Entry(entry), "reason", reason));
        }

        @Override
        public List<String> events() {
            return List.of("EnteredInError");
        }
    }

    /**
     * What was due by then lapses.
     *
     * @param lapse the event that says so
     */
    record LetTimePass(StaffActor by, LocalDateTime at, String lapse) implements CorrectionStep {

        @Override
        public Call call() {
            return Call.onCase("passing-of-time", Map.of());
        }

        @Override
        public List<String> events() {
            return List.of(lapse);
        }

        @Override
        public String timeField() {
            return "until";
        }
    }
}

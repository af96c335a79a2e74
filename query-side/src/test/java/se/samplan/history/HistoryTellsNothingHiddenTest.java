package se.samplan.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.samplan.casefile.OpenedTexts;
import se.samplan.casework.CaseId;
import se.samplan.fold.HiddenFacts;
import se.samplan.store.RecordedEvent;

/** The law that a history is that of the facts that its reader may know. */
class HistoryTellsNothingHiddenTest {

    @Test
    void a_history_is_that_of_the_known_facts() {
        var differ = HiddenFacts.inAll(pair ->
                assertThat(shown(pair, pair.whole())).as("%s", pair).isEqualTo(shown(pair, pair.knownWithoutLapses())));
        assertThat(differ).as("pairs that differ").isGreaterThan(500);
    }

    private static String shown(HiddenFacts pair, List<RecordedEvent> history) {
        var redaction = new HistoryRedaction(history, pair.visibility());
        return OpenedTexts.within(
                        new CaseId(new UUID(0, 2)),
                        fields -> fields.stream()
                                .map(field -> Optional.of("text " + field))
                                .toList(),
                        redaction::with)
                .toString();
    }
}

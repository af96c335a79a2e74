package se.samplan.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import se.samplan.casefile.WorkRow;
import se.samplan.fold.FoldLawTest;
import se.samplan.fold.HiddenFacts;
import se.samplan.plans.CaseStateFold;
import se.samplan.store.RecordedEvent;

/** The law that a lane's work-list rows are those of the facts that the lane may know. */
class WorkRowsTellNothingHiddenTest {

    @Test
    void rows_are_those_of_the_known_facts() {
        var differ = HiddenFacts.inAll(
                pair -> assertThat(rows(pair, pair.whole())).as("%s", pair).isEqualTo(rows(pair, pair.known())));
        assertThat(differ).as("pairs that differ").isGreaterThan(500);
    }

    private static List<WorkRow> rows(HiddenFacts pair, List<RecordedEvent> history) {
        var fold = new CaseStateFold();
        return fold.rows(FoldLawTest.fold(fold, history)).stream()
                .map(WorkRow.class::cast)
                .filter(row -> row.lane().equals(pair.reader()))
                .toList();
    }
}

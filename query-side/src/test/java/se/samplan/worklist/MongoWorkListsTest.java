package se.samplan.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import se.samplan.access.Actor;
import se.samplan.casefile.WorkList;
import se.samplan.casefile.WorkRow;
import se.samplan.casework.LaneId;
import se.samplan.document.TestMongo;
import se.samplan.organisation.OrganisationId;
import se.samplan.organisation.Role;
import se.samplan.organisation.StaffId;

/** What a work list asks of the document store. */
class MongoWorkListsTest {

    private static final LocalDate TODAY = LocalDate.of(2022, 6, 15);
    /** After every other of the same day. */
    private static final UUID LAST_ID = new UUID(-1, -1);

    private static final LaneId LANE = LaneId.of("1481:LABOUR_MARKET");
    private static final Colleagues NOBODY = new Colleagues(Set.of(), Set.of(), Set.of());
    private static final Actor CALLER = new Actor(
            new StaffId(UUID.randomUUID()),
            "kim",
            new OrganisationId("1481"),
            Role.MUNICIPAL_CASEWORKER,
            LANE,
            Set.of());

    @Test
    void it_finds_its_rows_in_their_order_by_an_index() {
        try (var mongo = new TestMongo()) {
            var documents = mongo.filled(MongoWorkListsTest::row);
            var pipeline = WorkRows.pipeline(WorkList.DEADLINES, CALLER, NOBODY, TODAY, null, 5);

            assertThat(documents.aggregate(pipeline).map(row -> row.getString("_id")))
                    .containsExactly("2900/plans", "2800/plans", "2700/plans", "2600/plans", "2500/plans");
            var last = new PageCursor(LocalDate.of(2022, 7, 5), LAST_ID, LAST_ID);
            assertThat(documents
                            .aggregate(WorkRows.pipeline(WorkList.DEADLINES, CALLER, NOBODY, TODAY, last, 2))
                            .map(row -> row.getString("_id"))
                            .into(new ArrayList<>()))
                    .as("further on")
                    .hasSize(2)
                    .doesNotContain("2900/plans", "2800/plans", "2700/plans", "2600/plans");

            mongo.usesIndex(
                    new Document("aggregate", documents.getNamespace().getCollectionName())
                            .append("pipeline", pipeline)
                            .append("cursor", new Document()),
                    "rows.key_1_rows.at_1");
        }
    }

    /** One in a hundred is of this list; the later ones are due before the earlier. */
    private static Map<String, Object> row(int number) {
        return Map.of(
                "key", WorkRow.key(number % 100 == 0 ? WorkList.DEADLINES : WorkList.MINE, LANE),
                "at", LocalDate.of(2022, 7, 31).minusDays(number / 100).toString(),
                "showFrom", "2022-01-01",
                "showUntil", "2022-12-31",
                "entry", new UUID(0, number).toString(),
                "others", List.of());
    }
}

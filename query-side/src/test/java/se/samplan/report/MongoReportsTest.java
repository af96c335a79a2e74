package se.samplan.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import se.samplan.casework.LaneId;
import se.samplan.document.TestMongo;

/** What a report asks of the document store. */
class MongoReportsTest {

    private static final LaneId LANE = LaneId.of("1481:LABOUR_MARKET");

    @Test
    void it_finds_the_cases_of_a_lane_and_year_by_an_index() {
        try (var mongo = new TestMongo()) {
            var documents = mongo.filled(MongoReportsTest::row);
            var query = ReportQuery.ofLaneAndYear(LANE, 2022);

            assertThat(documents
                            .find(query)
                            .map(found -> found.getString("_id"))
                            .into(new ArrayList<>()))
                    .containsExactlyInAnyOrder("200/plans", "1200/plans", "2200/plans");

            mongo.usesIndex(
                    new Document("find", documents.getNamespace().getCollectionName()).append("filter", query),
                    "rows.lane_1");
        }
    }

    /** One in a hundred is of this lane, one in ten of these of this year. */
    private static Map<String, Object> row(int number) {
        var year = number % 1000 == 200 ? 2022 : 2023;
        return Map.of(
                "lane", number % 100 == 0 ? LANE.toString() : number % 100 + ":LABOUR_MARKET",
                "from", year + "-03-01",
                "to", year + "-05-01");
    }
}

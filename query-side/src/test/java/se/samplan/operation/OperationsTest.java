package se.samplan.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClients;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.samplan.operation.Operation.State;
import se.samplan.operation.Operation.What;
import se.samplan.refusal.Rejected;

class OperationsTest {

    private static final Instant NOW = Instant.parse("2022-06-15T10:00:00Z");
    private static final UUID SOMEBODY = UUID.fromString("0c2f5fd6-3a0c-4f0e-8a56-0d4a4f5b4c7e");

    @Test
    void one_that_is_not_heard_of_for_a_minute_is_lost_until_it_is_heard_of_again() {
        var running =
                new Operation(UUID.randomUUID(), What.CHECK, null, State.RUNNING, 5, 10, NOW, NOW, 0, List.of(), null);

        assertThat(running.seenAt(NOW.plusSeconds(60)).state()).isEqualTo(State.RUNNING);
        assertThat(running.seenAt(NOW.plusSeconds(60).plusMillis(1)).state()).isEqualTo(State.LOST);
    }

    @Test
    void a_store_that_is_away_is_told_and_progress_is_not_worth_failing_for() {
        try (var client = MongoClients.create("mongodb://localhost:1/?serverSelectionTimeoutMS=100")) {
            var operations = new Operations(client.getDatabase("operations"), at(NOW));
            var id = UUID.randomUUID();

            assertThatThrownBy(() -> operations.find(id)).satisfies(OperationsTest::isAway);
            assertThatThrownBy(operations::latest).satisfies(OperationsTest::isAway);
            assertThatThrownBy(() -> operations.begin(What.CHECK, null, SOMEBODY))
                    .satisfies(OperationsTest::isAway);
            operations.progress(id, 1, 2);
        }
    }

    private static void isAway(Throwable refused) {
        assertThat(refused).isInstanceOfSatisfying(Rejected.class, rejected -> assertThat(rejected.reason())
                .isEqualTo(OperationRefusal.OPERATIONS_NOT_REACHABLE));
    }

    private static Clock at(Instant moment) {
        return Clock.fixed(moment, ZoneOffset.UTC);
    }
}

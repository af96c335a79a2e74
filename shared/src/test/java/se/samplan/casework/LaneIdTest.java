package se.samplan.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.samplan.organisation.Branch;
import se.samplan.organisation.OrganisationId;

class LaneIdTest {

    /** Of all lengths, some the beginning of others, with characters on both sides of a colon. */
    private static final List<LaneId> LANES = Stream.of(
                    "A", "AF", "AF-1", "AF1", "AFX", "AFÖ", "1481", "148", "1480", "Ö")
            .flatMap(organisation ->
                    Arrays.stream(Branch.values()).map(branch -> new LaneId(OrganisationId.of(organisation), branch)))
            .toList();

    @Test
    void lanes_stand_in_the_order_of_what_is_written() {
        for (var one : LANES) {
            for (var other : LANES) {
                assertThat(Integer.signum(one.compareTo(other)))
                        .as("%s and %s", one, other)
                        .isEqualTo(Integer.signum(one.toString().compareTo(other.toString())));
            }
        }
    }

    @Test
    void a_lane_is_read_as_it_is_written() {
        assertThat(LANES)
                .allSatisfy(lane -> assertThat(LaneId.of(lane.toString())).isEqualTo(lane));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1481",
                ":LABOUR_MARKET",
                "1481:",
                "1481:labour_market",
                "af:AGENCY",
                "19121212-1212:AGENCY",
                "A1212121212:AGENCY",
                "AN-ORGANISATION-WITH-A-NAME-OF-MORE-THAN-40:AGENCY"
            })
    void what_is_no_lane_is_refused(String written) {
        assertThatThrownBy(() -> LaneId.of(written)).isInstanceOf(IllegalArgumentException.class);
    }
}

package se.samplan.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClosedFiguresTest {

    @ParameterizedTest
    @CsvSource({
        "2022-03-01,2022-02-28T23:00:00Z",
        "2022-03-31,2022-02-28T23:00:00Z",
        "2022-04-01,2022-03-31T22:00:00Z",
        "2022-01-01,2021-12-31T23:00:00Z"
    })
    void a_month_is_closed_with_its_last_instant_in_sweden(LocalDate today, Instant closedAt) {
        assertThat(ClosedFigures.closedAt(today)).isEqualTo(closedAt);
    }
}

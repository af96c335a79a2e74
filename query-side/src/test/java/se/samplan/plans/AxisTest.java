package se.samplan.plans;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import se.samplan.casefile.OnAxis.Days;
import se.samplan.plans.PlansPage.Axis;

class AxisTest {

    private static final LocalDate MARCH = LocalDate.of(2022, 3, 1);
    private static final LocalDate JUNE = LocalDate.of(2022, 6, 1);
    private static final LocalDate AUGUST = LocalDate.of(2022, 8, 31);

    private static Axis axis(Days... days) {
        return Axis.of(List.of(days));
    }

    @Test
    void it_spans_the_days_of_all_that_is_shown() {
        assertThat(axis(new Days(MARCH, JUNE), new Days(JUNE, JUNE))).isEqualTo(new Axis(MARCH, JUNE, false));
        assertThat(axis(new Days(MARCH, null))).isEqualTo(new Axis(MARCH, MARCH, true));
        assertThat(axis(new Days(null, JUNE))).isEqualTo(new Axis(null, JUNE, false));
    }

    @Test
    void what_was_called_off_before_its_start_takes_no_days() {
        assertThat(axis(new Days(JUNE, MARCH))).isEqualTo(new Axis(null, null, false));
        assertThat(axis(new Days(AUGUST, MARCH), new Days(JUNE, JUNE))).isEqualTo(new Axis(JUNE, JUNE, false));
        assertThat(axis(Days.NONE)).isEqualTo(new Axis(null, null, false));
    }
}

package se.samplan.plans;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import se.samplan.casefile.OrganisationShown;
import se.samplan.casework.LaneId;
import se.samplan.casework.Provenance;
import se.samplan.organisation.OrganisationId;
import se.samplan.plan.ActivityKind;
import se.samplan.plan.ActivityPresenter.ActivityShown;
import se.samplan.plan.ActivityState;
import se.samplan.plans.LaneRedaction.LaneShown;
import se.samplan.plans.PlansPage.Axis;
import se.samplan.text.Texts;

class AxesTest {

    private static final LaneId LANE = LaneId.of("1481:LABOUR_MARKET");
    private static final LocalDate MARCH = LocalDate.of(2022, 3, 1);
    private static final LocalDate JUNE = LocalDate.of(2022, 6, 1);
    private static final LocalDate AUGUST = LocalDate.of(2022, 8, 31);

    private static ActivityShown activity(LocalDate from, @Nullable LocalDate to, @Nullable LocalDate endedOn) {
        return new ActivityShown(
                UUID.randomUUID(),
                Texts.of(ActivityKind.MAPPING),
                Texts.of(ActivityState.PLANNED),
                from,
                to,
                BigDecimal.TEN,
                null,
                false,
                null,
                Texts.of(Provenance.OWN),
                LANE,
                null,
                null,
                null,
                endedOn,
                null,
                null);
    }

    private static Axis axis(ActivityShown... activities) {
        var organisation = new OrganisationShown(new OrganisationId("1481"), "Mölndal");
        return Axes.of(List.of(LaneShown.ofActivities(
                LANE,
                organisation,
                Texts.of(LANE.branch()),
                List.of(),
                Stream.of(activities).toList())));
    }

    @Test
    void it_spans_the_days_of_all_that_is_shown() {
        assertThat(axis(activity(MARCH, JUNE, null), activity(JUNE, AUGUST, JUNE)))
                .isEqualTo(new Axis(MARCH, JUNE, false));
        assertThat(axis(activity(MARCH, null, null))).isEqualTo(new Axis(MARCH, MARCH, true));
    }

    @Test
    void an_activity_called_off_before_its_start_takes_no_days() {
        assertThat(axis(activity(JUNE, AUGUST, MARCH))).isEqualTo(new Axis(null, null, false));
        assertThat(axis(activity(JUNE, AUGUST, MARCH), activity(JUNE, JUNE, null)))
                .isEqualTo(new Axis(JUNE, JUNE, false));
        assertThat(axis(activity(JUNE, AUGUST, JUNE))).isEqualTo(new Axis(JUNE, JUNE, false));
    }
}

package se.samplan.fold;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samplan.plans.StoryEvents.LABOUR_MARKET;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import se.samplan.casefile.CaseState;
import se.samplan.casework.CaseEvent;
import se.samplan.casework.EnteredInError;
import se.samplan.casework.ErrorReason;
import se.samplan.casework.LaneId;
import se.samplan.caseworker.AssignmentEntry;
import se.samplan.caseworker.AssignmentId;
import se.samplan.caseworker.CaseworkerEvent.CaseHandedOver;
import se.samplan.caseworker.CaseworkerEvent.CaseworkerAssigned;
import se.samplan.caseworker.Responsibilities;
import se.samplan.caseworker.Responsibilities.Interval;
import se.samplan.clearance.ClearanceEntry;
import se.samplan.clearance.ClearanceEvent.ClearanceGranted;
import se.samplan.clearance.ClearanceEvent.ClearanceOverdue;
import se.samplan.clearance.ClearanceState;
import se.samplan.organisation.StaffId;
import se.samplan.plan.ActivityEntry;
import se.samplan.plan.ActivityEvent.ActivityCompleted;
import se.samplan.plan.ActivityEvent.ActivityStarted;
import se.samplan.plan.ActivityState;
import se.samplan.plans.CaseStateFold;
import se.samplan.plans.StoryEvents;
import se.samplan.store.RecordedEvent;

/** What folds make of late answers, late entries and corrections. */
class FoldTest {

    private static final Instant MARCH = Instant.parse("2022-03-01T09:00:00Z");
    private static final Instant DUE = Instant.parse("2022-03-15T22:59:59Z");

    @Test
    void an_answer_given_in_time_but_recorded_late_wins_over_the_lapse_whatever_the_order() {
        var placement = StoryEvents.placement(MARCH);
        var asked = StoryEvents.clearance(placement, MARCH, LocalDate.of(2022, 3, 15));
        var lapsed = new ClearanceOverdue(asked.clearanceId(), LABOUR_MARKET, DUE);
        var granted = new ClearanceGranted(
                asked.clearanceId(), LaneId.AGENCY, new TreeSet<>(), null, null, DUE.minusSeconds(60));
        for (var events : List.of(List.of(asked, lapsed, granted), List.of(asked, granted, lapsed))) {
            var entry = fold(events).all(ClearanceEntry.class).findFirst().orElseThrow();
            assertThat(entry.state()).isEqualTo(ClearanceState.GRANTED);
        }
        var unanswered = fold(List.of(asked, lapsed)).all(ClearanceEntry.class);
        assertThat(unanswered).extracting(ClearanceEntry::state).containsExactly(ClearanceState.OVERDUE);
    }

    @Test
    void a_start_recorded_after_the_end_does_not_open_the_activity_again() {
        var planned = StoryEvents.placement(MARCH);
        var id = planned.activityId();
        var completed = new ActivityCompleted(id, LABOUR_MARKET, MARCH.plusSeconds(200));
        var started = new ActivityStarted(id, LABOUR_MARKET, true, null, MARCH.plusSeconds(100));
        var entry = fold(List.of(planned, completed, started))
                .all(ActivityEntry.class)
                .findFirst()
                .orElseThrow();
        assertThat(entry.state()).isEqualTo(ActivityState.COMPLETED);
        assertThat(entry.started()).isNotNull();
    }

    @Test
    void an_entry_in_error_is_hidden_in_both_orders() {
        var planned = StoryEvents.placement(MARCH);
        var error = new EnteredInError(
                planned.entry(), LABOUR_MARKET, ErrorReason.WRONG_PERSON, null, MARCH.plusSeconds(1));
        assertThat(fold(List.of(planned, error)).all(ActivityEntry.class)).isEmpty();
        assertThat(fold(List.of(error, planned)).all(ActivityEntry.class)).isEmpty();
    }

    @Test
    void whoever_answered_before_one_in_error_answers_again() {
        var anna = new StaffId(new UUID(1, 2));
        var assigned = new CaseworkerAssigned(AssignmentId.random(), LABOUR_MARKET, anna, MARCH);
        var handedOver = new CaseHandedOver(
                AssignmentId.random(), LABOUR_MARKET, anna, new StaffId(new UUID(1, 3)), null, MARCH.plusSeconds(1));
        var error = new EnteredInError(
                handedOver.entry(), LABOUR_MARKET, ErrorReason.WRONG_FACTS, null, MARCH.plusSeconds(2));
        var view = fold(List.of(assigned, handedOver, error));
        assertThat(Responsibilities.of(view.all(AssignmentEntry.class)).byLane().get(LABOUR_MARKET))
                .last()
                .extracting(Interval::caseworker, Interval::from, Interval::to)
                .containsExactly(anna, MARCH, null);
    }

    private static CaseState fold(List<? extends CaseEvent> events) {
        var recorded = IntStream.range(0, events.size())
                .mapToObj(sequence -> new RecordedEvent(
                        sequence + 1,
                        new UUID(1, 1),
                        sequence,
                        events.get(sequence).getClass().getSimpleName(),
                        MARCH,
                        Map.of(),
                        events.get(sequence)))
                .toList();
        return FoldLawTest.fold(new CaseStateFold(), recorded);
    }
}

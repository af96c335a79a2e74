package se.samplan.coordination;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samplan.coordination.CaseUnderTest.AGENCY;
import static se.samplan.coordination.CaseUnderTest.ANNA;
import static se.samplan.coordination.CaseUnderTest.MUNICIPALITY;
import static se.samplan.coordination.CaseUnderTest.NEIGHBOUR;
import static se.samplan.coordination.CaseUnderTest.NOW;
import static se.samplan.coordination.CaseUnderTest.SOCIAL_SERVICES;
import static se.samplan.coordination.CaseUnderTest.THEN;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.axonframework.eventhandling.GenericEventMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import se.samplan.casework.CaseCommand;
import se.samplan.casework.CaseEvent;
import se.samplan.casework.LaneId;
import se.samplan.caseworker.CaseworkerEvent;
import se.samplan.clearance.ClearanceEvent.ClearanceDenied;
import se.samplan.clearance.ClearanceEvent.ClearanceOverdue;
import se.samplan.clearance.ClearanceEvent.ClearanceWithdrawn;
import se.samplan.clearance.ClearanceId;
import se.samplan.clearance.DenialReason;
import se.samplan.coordination.CaseBench.Setting;
import se.samplan.coordination.CaseUnderTest.Decided;
import se.samplan.plan.ActivityEvent.ActivityCompleted;
import se.samplan.plan.ActivityEvent.ActivityPlanned;
import se.samplan.plan.ActivityEvent.ActivityStarted;
import se.samplan.plan.ActivityId;
import se.samplan.referral.DeclineReason;
import se.samplan.referral.ReferralEvent.ReferralAccepted;
import se.samplan.referral.ReferralEvent.ReferralDeclined;
import se.samplan.referral.ReferralEvent.ReferralOverdue;
import se.samplan.referral.ReferralId;
import se.samplan.subsidy.SubsidyEvent.SubsidyApproved;
import se.samplan.subsidy.SubsidyEvent.SubsidyRequestWithdrawn;
import se.samplan.subsidy.SubsidyEvent.SubsidyWindowLapsed;
import se.samplan.subsidy.SubsidyRequestId;

/**
 * The law that what a case decides by does not depend on the order in which it got to know what commutes: entries among
 * each other, and an answer in time with the lapse that was recorded before it.
 */
class RecordedOrderTest {

    private static final LocalDate DAY = LocalDate.of(2022, 3, 4);
    private static final Instant DUE = Instant.parse("2022-03-04T23:00:00Z");
    private static final Instant IN_TIME = DUE.minusSeconds(1);
    private static final List<LaneId> LANES = List.of(MUNICIPALITY, AGENCY, SOCIAL_SERVICES);

    /** An entry, the answer to it in time, and its lapse. */
    record Answered(CaseEvent opening, CaseEvent answer, CaseEvent lapse) {}

    static Stream<Answered> answered() {
        var referral = ReferralId.random();
        var clearance = ClearanceId.random();
        var subsidy = SubsidyRequestId.random();
        var referred = Happened.referral(referral, SOCIAL_SERVICES, MUNICIPALITY, DAY);
        var asked = Happened.clearance(clearance, ActivityId.random(), DAY);
        var wanted = Happened.subsidy(subsidy, DAY);
        var overdueReferral = new ReferralOverdue(referral, SOCIAL_SERVICES, DUE);
        var overdueClearance = new ClearanceOverdue(clearance, MUNICIPALITY, DUE);
        var lapsed = new SubsidyWindowLapsed(subsidy, MUNICIPALITY, DUE);
        return Stream.of(
                new Answered(referred, new ReferralAccepted(referral, MUNICIPALITY, IN_TIME), overdueReferral),
                new Answered(
                        referred,
                        new ReferralDeclined(referral, MUNICIPALITY, DeclineReason.OTHER, null, IN_TIME),
                        overdueReferral),
                new Answered(asked, Happened.granted(clearance, IN_TIME, null), overdueClearance),
                new Answered(
                        asked,
                        new ClearanceDenied(clearance, AGENCY, DenialReason.OTHER, null, IN_TIME),
                        overdueClearance),
                new Answered(asked, new ClearanceWithdrawn(clearance, MUNICIPALITY, null, IN_TIME), overdueClearance),
                new Answered(wanted, new SubsidyApproved(subsidy, AGENCY, 80, DAY, DAY, IN_TIME), lapsed),
                new Answered(wanted, new SubsidyRequestWithdrawn(subsidy, MUNICIPALITY, null, IN_TIME), lapsed));
    }

    @ParameterizedTest
    @MethodSource("answered")
    void an_answer_in_time_wins_over_the_lapse_whichever_was_recorded_first(Answered answered) {
        var late = List.of(answered.opening(), answered.lapse(), answered.answer());
        var inOrder = List.of(answered.opening(), answered.answer(), answered.lapse());
        var random = new Random(7);

        var accepted = IntStream.range(0, 50)
                .filter(i -> isSame(random, late, inOrder))
                .count();

        assertThat(accepted).as("commands that were accepted").isGreaterThan(10);
    }

    @Test
    void entries_that_have_nothing_to_do_with_each_other_commute() {
        var random = new Random(20220301);
        int reordered = 0;
        int accepted = 0;
        for (int i = 0; i < 30; i++) {
            var history = history(new AnyCommand(random), random);
            var shuffled = shuffled(history, random);
            reordered += shuffled.equals(history) ? 0 : 1;
            for (int j = 0; j < 6; j++) {
                accepted += isSame(random, history, shuffled) ? 1 : 0;
            }
        }

        assertThat(reordered).as("histories whose order is another").isGreaterThan(25);
        assertThat(accepted).as("commands that were accepted").isGreaterThan(60);
    }

    /** Compares what becomes of some command; true if that is accepted. */
    private static boolean isSame(Random random, List<CaseEvent> one, List<CaseEvent> other) {
        var any = new AnyCommand(random);
        var lane = Objects.requireNonNull(any.pick(LANES));
        var command = any.of(any.possible(lane, one), lane, NOW, one);

        var decided = decide(one, command);
        assertThat(outcome(decide(other, command))).as("%s", command).isEqualTo(outcome(decided));
        return decided.failure() == null;
    }

    private static Decided decide(List<CaseEvent> history, CaseCommand command) {
        var messages = Stream.concat(Stream.of(Happened.opened()), history.stream())
                .map(GenericEventMessage::asEventMessage)
                .toList();
        return CaseBench.decide(
                new Setting(messages, NOW, List.of(), CaseBench.beside(command.lane(), ANNA, true)), command);
    }

    /** What is told, in no particular order, and what was decided, but for the ids of collisions. */
    private static List<String> outcome(Decided decided) {
        var failure = decided.failure();
        var outcome = new ArrayList<String>();
        if (failure != null) {
            outcome.add(failure.reason().name());
            failure.details().values().forEach(detail -> outcome.addAll(parts(detail)));
        } else {
            var answer = Objects.requireNonNull(decided.answer());
            outcome.add(answer.version());
            answer.responseFields().values().forEach(field -> parts(field)
                    .forEach(part -> outcome.add(part.replaceAll("collisionId=[0-9a-f-]*", ""))));
            decided.messages()
                    .forEach(message -> outcome.add(message.getPayload()
                            .toString()
                            .replaceAll("collisionId=[0-9a-f-]*", "")
                            .replaceAll("leftOpen=\\[[^]]*]", "")));
        }
        return outcome.stream().sorted().toList();
    }

    private static List<String> parts(Object told) {
        return told instanceof Collection<?> many
                ? many.stream().map(Object::toString).toList()
                : List.of(told.toString());
    }

    /** Some entries of several lanes, each with what goes on with it. */
    private static List<CaseEvent> history(AnyCommand any, Random random) {
        var history = new ArrayList<CaseEvent>();
        for (var lane : List.of(MUNICIPALITY, AGENCY, NEIGHBOUR)) {
            history.addAll(Beginning.of(random, any, lane.equals(NEIGHBOUR) ? MUNICIPALITY : lane).stream()
                    .filter(event -> !(event instanceof CaseworkerEvent))
                    .toList());
        }
        for (var event : List.copyOf(history)) {
            if (event instanceof ActivityPlanned planned && random.nextBoolean()) {
                history.add(new ActivityStarted(planned.activityId(), planned.lane(), false, null, THEN));
                history.add(new ActivityCompleted(planned.activityId(), planned.lane(), IN_TIME));
            }
        }
        return history;
    }

    /** In another order, each entry's own events as they were. */
    private static List<CaseEvent> shuffled(List<CaseEvent> history, Random random) {
        Map<UUID, Deque<CaseEvent>> entries = new LinkedHashMap<>();
        history.forEach(event -> entries.computeIfAbsent(event.entry(), entry -> new ArrayDeque<>())
                .add(event));
        var waiting = new ArrayList<>(entries.values());
        var shuffled = new ArrayList<CaseEvent>();
        while (!waiting.isEmpty()) {
            var next = waiting.get(random.nextInt(waiting.size()));
            shuffled.add(next.removeFirst());
            if (next.isEmpty()) {
                waiting.remove(next);
            }
        }
        return shuffled;
    }
}

package se.samplan.coordination;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samplan.coordination.CaseUnderTest.AGENCY;
import static se.samplan.coordination.CaseUnderTest.ANNA;
import static se.samplan.coordination.CaseUnderTest.MUNICIPALITY;
import static se.samplan.coordination.CaseUnderTest.NOW;
import static se.samplan.coordination.CaseUnderTest.SOCIAL_SERVICES;
import static se.samplan.coordination.CaseUnderTest.THEN;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.junit.jupiter.api.Test;
import se.samplan.calendar.SwedishDays;
import se.samplan.casework.CaseCommand;
import se.samplan.casework.CaseEvent;
import se.samplan.casework.LaneId;
import se.samplan.command.EffectiveAt;
import se.samplan.command.TimeRefusal;
import se.samplan.coordination.CaseBench.Setting;
import se.samplan.coordination.CaseUnderTest.Decided;

/** The law that a command dated by its day, of any type, is not before what was recorded of that day. */
class ADayIsNotAnInstantTest {

    private static final List<LaneId> LANES = List.of(MUNICIPALITY, AGENCY, SOCIAL_SERVICES);
    private static final EffectiveAt DAY = EffectiveAt.day(SwedishDays.of(THEN));
    private static final EffectiveAt BEFORE = EffectiveAt.instant(THEN.minusSeconds(1));

    @Test
    void nothing_dated_by_a_day_is_before_what_was_recorded_of_that_day() {
        var random = new Random(20220301);
        var beforeTheirCause = new TreeSet<String>();
        int accepted = 0;
        for (int i = 0; i < 3000; i++) {
            var any = new AnyCommand(random);
            var lane = Objects.requireNonNull(any.pick(LANES));
            var history = Beginning.of(random, any, lane);
            var type = any.possible(lane, history);

            var command = any.of(type, lane, DAY, history);
            var decided = decide(history, command);
            assertThat(isBeforeItsCause(decided)).as("%s", command).isFalse();
            assertThat(decided.messages())
                    .allSatisfy(message -> assertThat(((CaseEvent) message.getPayload()).effectiveAt())
                            .isAfterOrEqualTo(DAY.earliest()));
            accepted += decided.failure() == null ? 1 : 0;
            if (isBeforeItsCause(decide(history, any.of(type, lane, BEFORE, history)))) {
                beforeTheirCause.add(type.getSimpleName());
            }
        }

        assertThat(accepted).as("commands that were accepted").isGreaterThan(500);
        assertThat(beforeTheirCause).as("types that have a cause").hasSizeGreaterThan(15);
    }

    private static boolean isBeforeItsCause(Decided decided) {
        return decided.failure() != null && decided.failure().reason() == TimeRefusal.BEFORE_ITS_CAUSE;
    }

    private static Decided decide(List<CaseEvent> history, CaseCommand command) {
        List<EventMessage<?>> messages = new ArrayList<>();
        Stream.concat(Stream.of(Happened.opened()), history.stream())
                .forEach(event -> messages.add(GenericEventMessage.asEventMessage(event)));
        return CaseBench.decide(
                new Setting(messages, NOW, List.of(), CaseBench.beside(command.lane(), ANNA, true)), command);
    }
}

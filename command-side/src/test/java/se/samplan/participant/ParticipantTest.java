package se.samplan.participant;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.axonframework.test.matchers.Matchers;
import org.junit.jupiter.api.Test;
import se.samplan.access.AccessRefusal;
import se.samplan.access.Actor;
import se.samplan.casework.CaseId;
import se.samplan.casework.LaneId;
import se.samplan.casework.ParticipantId;
import se.samplan.casework.Protection;
import se.samplan.casework.Sex;
import se.samplan.command.CommandMetadata;
import se.samplan.command.EffectiveAt;
import se.samplan.command.TimeRefusal;
import se.samplan.organisation.Mandate;
import se.samplan.organisation.OrganisationId;
import se.samplan.organisation.Role;
import se.samplan.organisation.StaffId;
import se.samplan.participant.ParticipantEvent.ParticipantRegistered;
import se.samplan.participant.ParticipantEvent.ProtectedIdentityMarked;
import se.samplan.refusal.Reason;
import se.samplan.refusal.Rejected;

/** Protecting the identity of a person in the register. */
class ParticipantTest {

    private static final Instant NOW = Instant.parse("2022-03-10T12:00:00Z");
    private static final LaneId HERE = LaneId.of("1481:LABOUR_MARKET");
    private static final LaneId THERE = LaneId.of("1480:LABOUR_MARKET");
    private static final ParticipantId ID = ParticipantId.random();
    private static final ParticipantRegistered REGISTERED =
            new ParticipantRegistered(ID, CaseId.random(), HERE, NumberKind.INTERIM_NUMBER, Sex.MAN, 1987, NOW);
    private static final ProtectedIdentityMarked PROTECTED =
            new ProtectedIdentityMarked(HERE, Protection.SECRECY_MARKING, NOW);

    private static MarkProtectedIdentity mark(LaneId lane, Protection protection, Instant at) {
        return new MarkProtectedIdentity(ID, lane, protection, EffectiveAt.instant(at));
    }

    private static ResultValidator<Participant> sent(
            List<?> given, MarkProtectedIdentity command, Map<String, Object> beside, Mandate... mandates) {
        var fixture = new AggregateTestFixture<>(Participant.class);
        fixture.registerInjectableResource(Clock.fixed(NOW, ZoneOffset.UTC));
        var actor = new Actor(
                StaffId.random(),
                "anna",
                new OrganisationId("1481"),
                Role.MUNICIPAL_MANAGER,
                command.lane(),
                Set.of(mandates));
        var all = new HashMap<>(beside);
        all.put(IsInLane.KEY, command.lane().equals(HERE));
        all.put(CommandMetadata.ACTOR, actor);
        return fixture.given(given).when(command, all);
    }

    private static Reason refusal(List<?> given, MarkProtectedIdentity command, Mandate... mandates) {
        var reasons = new ArrayList<Reason>();
        sent(given, command, Map.of(), mandates)
                .expectNoEvents()
                .expectException(Matchers.<Throwable>matches(
                        failure -> failure instanceof Rejected rejected && reasons.add(rejected.reason())));
        return reasons.getFirst();
    }

    @Test
    void is_protected_from_now_on() {
        sent(List.of(REGISTERED), mark(HERE, Protection.SECRECY_MARKING, NOW), Map.of())
                .expectEvents(PROTECTED);
    }

    @Test
    void whoever_has_nothing_to_do_with_the_person_finds_nobody() {
        var unknown = mark(THERE, Protection.SECRECY_MARKING, NOW);

        assertThat(refusal(List.of(REGISTERED), unknown))
                .isEqualTo(unknown.whereUnknown())
                .isEqualTo(AccessRefusal.UNKNOWN_PARTICIPANT);
    }

    @Test
    void a_protected_person_is_found_with_the_mandate_alone() {
        var stronger = mark(HERE, Protection.PROTECTED_REGISTRATION, NOW);

        assertThat(refusal(List.of(REGISTERED, PROTECTED), stronger)).isEqualTo(AccessRefusal.UNKNOWN_PARTICIPANT);
        sent(List.of(REGISTERED, PROTECTED), stronger, Map.of(), Mandate.PROTECTED_IDENTITIES)
                .expectEvents(new ProtectedIdentityMarked(HERE, Protection.PROTECTED_REGISTRATION, NOW));
    }

    @Test
    void is_refused_twice_or_without_a_protection_or_in_the_future() {
        assertThat(refusal(
                        List.of(REGISTERED, PROTECTED),
                        mark(HERE, Protection.SECRECY_MARKING, NOW),
                        Mandate.PROTECTED_IDENTITIES))
                .isEqualTo(ParticipantRefusal.ALREADY_PROTECTED);
        assertThat(refusal(List.of(REGISTERED), mark(HERE, Protection.NONE, NOW)))
                .isEqualTo(ParticipantRefusal.NO_PROTECTION_NAMED);
        assertThat(refusal(List.of(REGISTERED), mark(HERE, Protection.SECRECY_MARKING, NOW.plusNanos(1_000))))
                .isEqualTo(TimeRefusal.IN_THE_FUTURE);
    }

    @Test
    void a_second_sending_has_no_effect_and_is_answered_under_todays_rights() {
        var again = mark(HERE, Protection.SECRECY_MARKING, NOW);

        assertThat(refusal(List.of(REGISTERED, PROTECTED), again)).isEqualTo(AccessRefusal.UNKNOWN_PARTICIPANT);
        sent(
                        List.of(REGISTERED, PROTECTED),
                        again,
                        Map.of(CommandMetadata.REPEATED, UUID.randomUUID()),
                        Mandate.PROTECTED_IDENTITIES)
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }
}

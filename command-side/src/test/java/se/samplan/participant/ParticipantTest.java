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
import org.axonframework.eventhandling.GenericEventMessage;
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
import se.samplan.command.Command;
import se.samplan.command.CommandMetadata;
import se.samplan.command.EffectiveAt;
import se.samplan.command.TimeRefusal;
import se.samplan.organisation.Mandate;
import se.samplan.organisation.OrganisationId;
import se.samplan.organisation.Role;
import se.samplan.organisation.StaffId;
import se.samplan.participant.ParticipantEvent.ParticipantRegistered;
import se.samplan.participant.ParticipantEvent.ProtectedIdentityLifted;
import se.samplan.participant.ParticipantEvent.ProtectedIdentityMarked;
import se.samplan.participant.ParticipantEvent.ProtectionProposed;
import se.samplan.refusal.Reason;
import se.samplan.refusal.Rejected;
import se.samplan.staff.OwnAppointments;

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

    private static final ProtectionProposed PROPOSED = new ProtectionProposed(HERE, Protection.SECRECY_MARKING, NOW);
    private static final ProtectionProposed LIFTING = new ProtectionProposed(HERE, Protection.NONE, NOW);
    private static final StaffId ANNA = StaffId.random();
    private static final StaffId BERIT = StaffId.random();
    private static final Mandate[] TRUSTED = {Mandate.PROTECTED_IDENTITIES};

    private static MarkProtectedIdentity mark(LaneId lane, Protection protection, Instant at) {
        return new MarkProtectedIdentity(ID, lane, protection, EffectiveAt.instant(at));
    }

    private static LiftProtectedIdentity lift() {
        return new LiftProtectedIdentity(ID, HERE, EffectiveAt.instant(NOW));
    }

    /** Anna's events, and what Berit, or somebody else, does after them. */
    private static ResultValidator<Participant> sent(
            StaffId by, List<?> given, Command command, Map<String, Object> beside, Mandate... mandates) {
        var fixture = new AggregateTestFixture<>(Participant.class);
        fixture.registerInjectableResource(Clock.fixed(NOW, ZoneOffset.UTC));
        var lane = command instanceof MarkProtectedIdentity mark ? mark.lane() : HERE;
        var actor = new Actor(by, "anna", new OrganisationId("1481"), Role.MUNICIPAL_MANAGER, lane, Set.of(mandates));
        var all = new HashMap<>(beside);
        all.put(IsInLane.KEY, lane.equals(HERE));
        all.put(CommandMetadata.ACTOR, actor);
        all.put(OwnAppointments.KEY, Set.of(by));
        var recorded = given.stream()
                .map(event -> GenericEventMessage.asEventMessage(event)
                        .andMetaData(Map.of(CommandMetadata.ACTOR_ID, ANNA.toString())))
                .toList();
        return fixture.given(recorded).when(command, all);
    }

    private static Reason refusal(StaffId by, List<?> given, Command command, Mandate... mandates) {
        var reasons = new ArrayList<Reason>();
        sent(by, given, command, Map.of(), mandates)
                .expectNoEvents()
                .expectException(Matchers.<Throwable>matches(
                        failure -> failure instanceof Rejected rejected && reasons.add(rejected.reason())));
        return reasons.getFirst();
    }

    @Test
    void one_person_proposes_and_a_second_one_protects_from_now_on() {
        var command = mark(HERE, Protection.SECRECY_MARKING, NOW);

        sent(ANNA, List.of(REGISTERED), command, Map.of()).expectEvents(PROPOSED);
        assertThat(refusal(ANNA, List.of(REGISTERED, PROPOSED), command, TRUSTED))
                .isEqualTo(ParticipantRefusal.PROTECTION_NEEDS_SECOND_PERSON);
        assertThat(refusal(BERIT, List.of(REGISTERED, PROPOSED), command))
                .isEqualTo(ParticipantRefusal.SECOND_PERSON_NEEDS_MANDATE);
        sent(BERIT, List.of(REGISTERED, PROPOSED), command, Map.of(), TRUSTED).expectEvents(PROTECTED);
    }

    @Test
    void two_people_lift_it() {
        var before = List.of(REGISTERED, PROPOSED, PROTECTED);

        sent(ANNA, before, lift(), Map.of(), TRUSTED).expectEvents(LIFTING);
        var proposed = List.of(REGISTERED, PROPOSED, PROTECTED, LIFTING);
        assertThat(refusal(ANNA, proposed, lift(), TRUSTED))
                .isEqualTo(ParticipantRefusal.PROTECTION_NEEDS_SECOND_PERSON);
        sent(BERIT, proposed, lift(), Map.of(), TRUSTED).expectEvents(new ProtectedIdentityLifted(HERE, NOW));
        assertThat(refusal(BERIT, List.of(REGISTERED), lift(), TRUSTED)).isEqualTo(ParticipantRefusal.NOT_PROTECTED);
    }

    @Test
    void another_protection_is_another_proposal_and_one_of_before_counts_no_more() {
        var stronger = mark(HERE, Protection.PROTECTED_REGISTRATION, NOW);
        var proposed = new ProtectionProposed(HERE, Protection.PROTECTED_REGISTRATION, NOW);

        sent(BERIT, List.of(REGISTERED, PROPOSED), stronger, Map.of(), TRUSTED).expectEvents(proposed);
        sent(BERIT, List.of(REGISTERED, proposed, PROTECTED), stronger, Map.of(), TRUSTED)
                .expectEvents(proposed);
    }

    @Test
    void what_the_other_branch_of_a_municipality_proposed_is_nothing_here() {
        var theirs = new ProtectionProposed(LaneId.of("1481:SOCIAL_SERVICES"), Protection.SECRECY_MARKING, NOW);

        sent(BERIT, List.of(REGISTERED, theirs), mark(HERE, Protection.SECRECY_MARKING, NOW), Map.of(), TRUSTED)
                .expectEvents(PROPOSED);
    }

    @Test
    void whoever_has_nothing_to_do_with_the_person_finds_nobody() {
        var unknown = mark(THERE, Protection.SECRECY_MARKING, NOW);

        assertThat(refusal(ANNA, List.of(REGISTERED), unknown))
                .isEqualTo(unknown.whereUnknown())
                .isEqualTo(AccessRefusal.UNKNOWN_PARTICIPANT);
    }

    @Test
    void a_protected_person_is_found_with_the_mandate_alone() {
        var stronger = mark(HERE, Protection.PROTECTED_REGISTRATION, NOW);
        var before = List.of(REGISTERED, PROPOSED, PROTECTED);

        assertThat(refusal(BERIT, before, stronger)).isEqualTo(AccessRefusal.UNKNOWN_PARTICIPANT);
        assertThat(refusal(BERIT, before, lift())).isEqualTo(AccessRefusal.UNKNOWN_PARTICIPANT);
        sent(BERIT, before, stronger, Map.of(), TRUSTED)
                .expectEvents(new ProtectionProposed(HERE, Protection.PROTECTED_REGISTRATION, NOW));
    }

    @Test
    void is_refused_twice_or_without_a_protection_or_in_the_future() {
        assertThat(refusal(
                        BERIT,
                        List.of(REGISTERED, PROTECTED),
                        mark(HERE, Protection.SECRECY_MARKING, NOW),
                        Mandate.PROTECTED_IDENTITIES))
                .isEqualTo(ParticipantRefusal.ALREADY_PROTECTED);
        assertThat(refusal(ANNA, List.of(REGISTERED), mark(HERE, Protection.NONE, NOW)))
                .isEqualTo(ParticipantRefusal.NO_PROTECTION_NAMED);
        assertThat(refusal(ANNA, List.of(REGISTERED), mark(HERE, Protection.SECRECY_MARKING, NOW.plusNanos(1_000))))
                .isEqualTo(TimeRefusal.IN_THE_FUTURE);
    }

    @Test
    void a_second_sending_has_no_effect_and_is_answered_under_todays_rights() {
        var again = mark(HERE, Protection.SECRECY_MARKING, NOW);
        var before = List.of(REGISTERED, PROPOSED, PROTECTED);

        assertThat(refusal(ANNA, before, again)).isEqualTo(AccessRefusal.UNKNOWN_PARTICIPANT);
        sent(BERIT, before, again, Map.of(CommandMetadata.REPEATED, UUID.randomUUID()), TRUSTED)
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }
}

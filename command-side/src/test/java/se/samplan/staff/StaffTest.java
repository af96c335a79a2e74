package se.samplan.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.matchers.Matchers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.samplan.access.Actor;
import se.samplan.command.CommandMetadata;
import se.samplan.command.EffectiveAt;
import se.samplan.command.TimeRefusal;
import se.samplan.organisation.Branch;
import se.samplan.organisation.Mandate;
import se.samplan.organisation.OrganisationId;
import se.samplan.organisation.OrganisationKind;
import se.samplan.organisation.Role;
import se.samplan.organisation.StaffId;
import se.samplan.refusal.Reason;
import se.samplan.refusal.Rejected;
import se.samplan.staff.OrganisationEvent.OrganisationRegistered;
import se.samplan.staff.StaffEvent.AppointmentEndingProposed;
import se.samplan.staff.StaffEvent.AppointmentProposed;
import se.samplan.staff.StaffEvent.StaffAppointmentEnded;
import se.samplan.staff.StaffEvent.StaffMemberAppointed;

/** Appointments and organisations: who may say what of whom. */
class StaffTest {

    private static final Instant NOW = Instant.parse("2022-03-10T12:00:00Z");
    private static final Instant THEN = Instant.parse("2022-03-01T09:00:00Z");
    private static final OrganisationId HERE = new OrganisationId("1481");
    private static final StaffId ID = StaffId.random();

    private static <T> AggregateTestFixture<T> fixture(Class<T> aggregate) {
        var fixture = new AggregateTestFixture<>(aggregate);
        fixture.registerInjectableResource(Clock.fixed(NOW, ZoneOffset.UTC));
        return fixture;
    }

    private static AppointStaffMember appoint(Role role, @Nullable Instant to, Instant at) {
        return new AppointStaffMember(ID, HERE, "anna", role, "KC", new TreeSet<>(), THEN, to, EffectiveAt.instant(at));
    }

    private static StaffMemberAppointed appointed() {
        return new StaffMemberAppointed(
                ID,
                HERE,
                "anna",
                Role.MUNICIPAL_CASEWORKER,
                Branch.LABOUR_MARKET,
                "KC",
                new TreeSet<>(),
                THEN,
                null,
                THEN);
    }

    private static Map<String, Object> by(Role role, String organisation, @Nullable OrganisationKind kind) {
        var beside = new HashMap<String, Object>();
        beside.put(
                CommandMetadata.ACTOR,
                new Actor(StaffId.random(), "chef", new OrganisationId(organisation), role, null, Set.of()));
        if (kind != null) {
            beside.put(KindOfOrganisation.KEY, kind.name());
        }
        return beside;
    }

    private static final Map<String, Object> MANAGER =
            by(Role.MUNICIPAL_MANAGER, "1481", OrganisationKind.MUNICIPALITY);

    private static final Map<String, Object> OPERATOR = by(Role.OPERATOR, "SE", OrganisationKind.MUNICIPALITY);

    private static List<Reason> refusals(
            Class<?> aggregate, List<?> given, Object command, Map<String, Object> beside) {
        var reasons = new ArrayList<Reason>();
        fixture(aggregate)
                .given(given)
                .when(command, beside)
                .expectNoEvents()
                .expectException(Matchers.<Throwable>matches(
                        failure -> failure instanceof Rejected rejected && reasons.add(rejected.reason())));
        return reasons;
    }

    @Nested
    class Appoint_staff_member {

        @Test
        void somebody_has_a_role_with_its_branch() {
            fixture(StaffMember.class)
                    .givenNoPriorActivity()
                    .when(appoint(Role.MUNICIPAL_CASEWORKER, null, THEN), OPERATOR)
                    .expectEvents(appointed());
        }

        @Test
        void managers_appoint_their_own_and_the_program_itself_anybody() {
            assertThat(refusals(
                            StaffMember.class,
                            List.of(),
                            appoint(Role.MUNICIPAL_CASEWORKER, null, NOW),
                            by(Role.MUNICIPAL_MANAGER, "1480", OrganisationKind.MUNICIPALITY)))
                    .containsExactly(StaffRefusal.NOT_YOUR_ORGANISATION);
            for (var own : List.of(Role.MUNICIPAL_CASEWORKER, Role.MUNICIPAL_MANAGER)) {
                fixture(StaffMember.class)
                        .givenNoPriorActivity()
                        .when(appoint(own, null, NOW), MANAGER)
                        .expectSuccessfulHandlerExecution();
            }
            fixture(StaffMember.class)
                    .givenNoPriorActivity()
                    .when(appoint(Role.SOCIAL_WORKER, null, NOW), Map.of(KindOfOrganisation.KEY, "MUNICIPALITY"))
                    .expectSuccessfulHandlerExecution();
        }

        @Test
        void managers_appoint_nobody_behind_the_wall_and_nobody_who_reads_across_it() {
            for (var role : List.of(Role.SOCIAL_WORKER, Role.AUDITOR, Role.REPORT_MAKER)) {
                assertThat(refusals(StaffMember.class, List.of(), appoint(role, null, NOW), MANAGER))
                        .containsExactly(StaffRefusal.NOT_YOUR_BRANCH);
            }
        }

        @Test
        void an_operator_appoints_others_to_roles_that_read_across_branches_and_never_herself() {
            for (var role : List.of(Role.AUDITOR, Role.REPORT_MAKER)) {
                assertThat(refusals(StaffMember.class, List.of(), appointing("chef", role), OPERATOR))
                        .containsExactly(StaffRefusal.MANDATE_FOR_YOURSELF);
                fixture(StaffMember.class)
                        .givenNoPriorActivity()
                        .when(appointing("anna", role), OPERATOR)
                        .expectSuccessfulHandlerExecution();
            }
        }

        @Test
        void an_auditor_is_proposed_by_an_operator_and_anybody_else_appointed_at_once() {
            fixture(StaffMember.class)
                    .givenNoPriorActivity()
                    .when(appointing("anna", Role.AUDITOR), OPERATOR)
                    .expectEvents(PROPOSED);
            fixture(StaffMember.class)
                    .givenNoPriorActivity()
                    .when(appointing("anna", Role.REPORT_MAKER), OPERATOR)
                    .expectEvents(new StaffMemberAppointed(
                            ID, HERE, "anna", Role.REPORT_MAKER, null, null, new TreeSet<>(), THEN, null, THEN));
            fixture(StaffMember.class)
                    .givenNoPriorActivity()
                    .when(appointing("anna", Role.AUDITOR), Map.of(KindOfOrganisation.KEY, "MUNICIPALITY"))
                    .expectEvents(auditor(THEN));
        }

        private static AppointStaffMember appointing(String subject, Role role) {
            return new AppointStaffMember(
                    ID, HERE, subject, role, null, new TreeSet<>(), THEN, null, EffectiveAt.instant(THEN));
        }

        @Test
        void nobody_gives_mandates_to_themselves() {
            for (var actor : List.of(MANAGER, OPERATOR)) {
                assertThat(refusals(StaffMember.class, List.of(), trust("chef", Mandate.PROTECTED_IDENTITIES), actor))
                        .containsExactly(StaffRefusal.MANDATE_FOR_YOURSELF);
                for (var allowed : List.of(trust("anna", Mandate.PROTECTED_IDENTITIES), trust("chef"))) {
                    fixture(StaffMember.class)
                            .givenNoPriorActivity()
                            .when(allowed, actor)
                            .expectSuccessfulHandlerExecution();
                }
            }
        }

        private static AppointStaffMember trust(String subject, Mandate... mandates) {
            return new AppointStaffMember(
                    ID,
                    HERE,
                    subject,
                    Role.MUNICIPAL_CASEWORKER,
                    "KC",
                    new TreeSet<>(Set.of(mandates)),
                    THEN,
                    null,
                    EffectiveAt.instant(NOW));
        }

        @ParameterizedTest
        @CsvSource({
            "MUNICIPALITY,SOCIAL_WORKER,true",
            "MUNICIPALITY,AGENCY_CASEWORKER,false",
            "AGENCY_OFFICE,AGENCY_CASEWORKER,true",
            "AGENCY_OFFICE,MUNICIPAL_CASEWORKER,false",
            "AGENCY,AGENCY_MANAGER,true",
            "AGENCY,AGENCY_CASEWORKER,false",
            "PROVIDER,PROVIDER_TUTOR,true",
            "PROVIDER,REPORT_MAKER,false",
            "REGION,REPORT_MAKER,true",
            "NATION,OPERATOR,true",
            "NATION,SOCIAL_WORKER,false"
        })
        void a_role_is_one_of_such_an_organisation(OrganisationKind kind, Role role, boolean fits) {
            var command = appoint(role, null, NOW);

            if (fits) {
                fixture(StaffMember.class)
                        .givenNoPriorActivity()
                        .when(command, by(Role.OPERATOR, "SE", kind))
                        .expectSuccessfulHandlerExecution();
            } else {
                assertThat(refusals(StaffMember.class, List.of(), command, by(Role.OPERATOR, "SE", kind)))
                        .containsExactly(StaffRefusal.ROLE_DOES_NOT_FIT);
            }
        }

        @Test
        void is_refused_at_an_unknown_organisation_or_backwards_or_in_the_future() {
            assertThat(refusals(
                            StaffMember.class,
                            List.of(),
                            appoint(Role.SOCIAL_WORKER, null, NOW),
                            by(Role.OPERATOR, "SE", null)))
                    .containsExactly(StaffRefusal.UNKNOWN_ORGANISATION);
            assertThat(refusals(StaffMember.class, List.of(), appoint(Role.SOCIAL_WORKER, THEN, NOW), OPERATOR))
                    .containsExactly(StaffRefusal.APPOINTMENT_ENDS_BEFORE_IT_BEGINS);
            assertThat(refusals(
                            StaffMember.class,
                            List.of(),
                            appoint(Role.SOCIAL_WORKER, null, NOW.plusNanos(1_000)),
                            OPERATOR))
                    .containsExactly(TimeRefusal.IN_THE_FUTURE);
        }
    }

    private static final AppointmentProposed PROPOSED =
            new AppointmentProposed(ID, HERE, "anna", Role.AUDITOR, null, new TreeSet<>(), THEN, null, THEN);
    private static final StaffId FIRST = StaffId.random();
    private static final StaffId SECOND = StaffId.random();

    private static StaffMemberAppointed auditor(Instant from) {
        return new StaffMemberAppointed(ID, HERE, "anna", Role.AUDITOR, null, null, new TreeSet<>(), from, null, THEN);
    }

    /** What was proposed, by the first person. */
    private static List<?> proposedByFirst(StaffEvent... events) {
        return Stream.of(events)
                .map(event -> GenericEventMessage.asEventMessage(event)
                        .andMetaData(Map.of(CommandMetadata.ACTOR_ID, FIRST.toString())))
                .toList();
    }

    private static Map<String, Object> sentBy(StaffId appointment, String subject, Role role, String organisation) {
        var beside = by(role, organisation, null);
        beside.put(
                CommandMetadata.ACTOR,
                new Actor(appointment, subject, new OrganisationId(organisation), role, null, Set.of()));
        beside.put(OwnAppointments.KEY, Set.of(appointment));
        return beside;
    }

    @Nested
    class Confirm_appointment {

        private final ConfirmAppointment confirm = new ConfirmAppointment(ID, EffectiveAt.instant(NOW));

        @Test
        void a_second_person_of_the_operator_or_the_organisation_puts_it_in_force_from_then_on() {
            for (var second : List.of(
                    sentBy(SECOND, "berit", Role.OPERATOR, "SE"),
                    sentBy(SECOND, "berit", Role.MUNICIPAL_MANAGER, "1481"))) {
                fixture(StaffMember.class)
                        .given(proposedByFirst(PROPOSED))
                        .when(confirm, second)
                        .expectEvents(auditor(NOW));
            }
        }

        @Test
        void nobody_confirms_her_own_proposal_her_own_appointment_or_that_of_another_organisation() {
            assertThat(refusals(proposedByFirst(PROPOSED), sentBy(FIRST, "chef", Role.OPERATOR, "SE")))
                    .containsExactly(StaffRefusal.APPOINTMENT_NEEDS_SECOND_PERSON);
            assertThat(refusals(proposedByFirst(PROPOSED), sentBy(SECOND, "anna", Role.MUNICIPAL_MANAGER, "1481")))
                    .containsExactly(StaffRefusal.APPOINTMENT_NEEDS_SECOND_PERSON);
            assertThat(refusals(proposedByFirst(PROPOSED), sentBy(SECOND, "berit", Role.MUNICIPAL_MANAGER, "1480")))
                    .containsExactly(StaffRefusal.NOT_YOUR_ORGANISATION);
        }

        @Test
        void once_and_only_what_was_proposed() {
            var second = sentBy(SECOND, "berit", Role.OPERATOR, "SE");

            assertThat(refusals(proposedByFirst(PROPOSED, auditor(THEN)), second))
                    .containsExactly(StaffRefusal.APPOINTMENT_CONFIRMED);
            assertThat(refusals(List.of(), second)).containsExactly(StaffRefusal.UNKNOWN_STAFF_MEMBER);
        }

        private List<Reason> refusals(List<?> given, Map<String, Object> beside) {
            return StaffTest.refusals(StaffMember.class, given, confirm, beside);
        }
    }

    @Nested
    class End_appointment {

        @Test
        void two_people_end_an_auditors() {
            var first = sentBy(FIRST, "chef", Role.OPERATOR, "SE");
            var manager = sentBy(SECOND, "berit", Role.MUNICIPAL_MANAGER, "1481");
            var proposed = proposedByFirst(auditor(THEN), new AppointmentEndingProposed(NOW));

            fixture(StaffMember.class)
                    .given(auditor(THEN))
                    .when(end, first)
                    .expectEvents(new AppointmentEndingProposed(NOW));
            assertThat(refusals(StaffMember.class, List.of(auditor(THEN)), end, manager))
                    .containsExactly(StaffRefusal.NOT_YOUR_BRANCH);
            assertThat(refusals(StaffMember.class, proposed, end, first))
                    .containsExactly(StaffRefusal.APPOINTMENT_NEEDS_SECOND_PERSON);
            fixture(StaffMember.class).given(proposed).when(end, manager).expectEvents(new StaffAppointmentEnded(NOW));
        }

        @Test
        void what_is_proposed_only_is_no_appointment_to_end() {
            assertThat(refusals(StaffMember.class, List.of(PROPOSED), end, OPERATOR))
                    .containsExactly(StaffRefusal.UNKNOWN_STAFF_MEMBER);
        }

        private final EndAppointment end = new EndAppointment(ID, EffectiveAt.instant(NOW));

        @Test
        void ends_once_and_not_before_it_began() {
            fixture(StaffMember.class)
                    .given(appointed())
                    .when(end, OPERATOR)
                    .expectEvents(new StaffAppointmentEnded(NOW));
            assertThat(refusals(
                            StaffMember.class, List.of(appointed(), new StaffAppointmentEnded(THEN)), end, OPERATOR))
                    .containsExactly(StaffRefusal.APPOINTMENT_ENDED);
            assertThat(refusals(
                            StaffMember.class,
                            List.of(appointed()),
                            new EndAppointment(ID, EffectiveAt.instant(THEN.minusNanos(1_000))),
                            OPERATOR))
                    .containsExactly(TimeRefusal.BEFORE_ITS_CAUSE);
            assertThat(refusals(
                            StaffMember.class,
                            List.of(appointed()),
                            new EndAppointment(ID, EffectiveAt.instant(NOW.plusNanos(1_000))),
                            OPERATOR))
                    .containsExactly(TimeRefusal.IN_THE_FUTURE);
        }

        @Test
        void one_that_has_not_begun_ends_as_it_begins() {
            var from = NOW.plusSeconds(60);
            var ahead = new StaffMemberAppointed(
                    ID,
                    HERE,
                    "anna",
                    Role.MUNICIPAL_CASEWORKER,
                    Branch.LABOUR_MARKET,
                    "KC",
                    new TreeSet<>(),
                    from,
                    null,
                    THEN);

            fixture(StaffMember.class)
                    .given(ahead)
                    .when(new EndAppointment(ID, EffectiveAt.instant(from)), OPERATOR)
                    .expectEvents(new StaffAppointmentEnded(from));
            assertThat(refusals(
                            StaffMember.class,
                            List.of(ahead),
                            new EndAppointment(ID, EffectiveAt.instant(from.plusNanos(1_000))),
                            OPERATOR))
                    .containsExactly(TimeRefusal.IN_THE_FUTURE);
            assertThat(refusals(StaffMember.class, List.of(ahead), end, OPERATOR))
                    .containsExactly(TimeRefusal.BEFORE_ITS_CAUSE);
        }

        @Test
        void the_last_of_an_operator_does_not_end() {
            var beside = new HashMap<>(OPERATOR);
            beside.put(IsLastOperator.KEY, true);

            assertThat(refusals(StaffMember.class, List.of(appointed()), end, beside))
                    .containsExactly(StaffRefusal.LAST_OPERATOR);
        }

        @Test
        void one_that_is_not_there_is_unknown_and_anothers_is_not_a_managers_to_end() {
            var manager = by(Role.MUNICIPAL_MANAGER, "1480", null);

            assertThat(refusals(StaffMember.class, List.of(), end, OPERATOR))
                    .containsExactly(StaffRefusal.UNKNOWN_STAFF_MEMBER);
            assertThat(refusals(StaffMember.class, List.of(appointed()), end, manager))
                    .containsExactly(StaffRefusal.NOT_YOUR_ORGANISATION);
        }

        @Test
        void one_behind_the_wall_is_not_a_managers_to_end() {
            for (var role : List.of(Role.SOCIAL_WORKER, Role.AUDITOR, Role.REPORT_MAKER)) {
                var other = new StaffMemberAppointed(
                        ID, HERE, "anna", role, role.branch(), "KC", new TreeSet<>(), THEN, null, THEN);

                assertThat(refusals(StaffMember.class, List.of(other), end, MANAGER))
                        .containsExactly(StaffRefusal.NOT_YOUR_BRANCH);
            }
            fixture(StaffMember.class).given(appointed()).when(end, MANAGER).expectSuccessfulHandlerExecution();
        }
    }

    @Nested
    class Register_organisation {

        private final RegisterOrganisation register = new RegisterOrganisation(
                HERE,
                OrganisationKind.MUNICIPALITY,
                "Mölndals stad",
                "14",
                null,
                new TreeSet<>(Set.of(Branch.LABOUR_MARKET)),
                EffectiveAt.instant(NOW));

        @Test
        void takes_part_once() {
            var registered = new OrganisationRegistered(
                    HERE,
                    OrganisationKind.MUNICIPALITY,
                    "Mölndals stad",
                    "14",
                    null,
                    new TreeSet<>(Set.of(Branch.LABOUR_MARKET)),
                    NOW);

            fixture(Organisation.class)
                    .givenNoPriorActivity()
                    .when(register, OPERATOR)
                    .expectEvents(registered);
            assertThat(refusals(Organisation.class, List.of(registered), register, OPERATOR))
                    .containsExactly(StaffRefusal.ALREADY_REGISTERED);
        }
    }
}

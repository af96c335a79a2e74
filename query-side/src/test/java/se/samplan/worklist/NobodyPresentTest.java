package se.samplan.worklist;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samplan.plans.StoryEvents.LABOUR_MARKET;
import static se.samplan.plans.StoryEvents.SOCIAL_SERVICES;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.samplan.QueryTest;
import se.samplan.QueryWorld;
import se.samplan.QueryWorld.Someone;
import se.samplan.casework.EnteredInError;
import se.samplan.casework.ErrorReason;
import se.samplan.casework.LaneId;
import se.samplan.caseworker.AssignmentId;
import se.samplan.caseworker.CaseworkerEvent.CaseworkerAssigned;
import se.samplan.caseworker.CaseworkerEvent.ResponsibilityEnded;
import se.samplan.enrolment.EnrolmentEvent.EnrolmentEnded;
import se.samplan.enrolment.Outcome;
import se.samplan.organisation.Mandate;
import se.samplan.organisation.Role;
import se.samplan.organisation.StaffId;
import se.samplan.plans.StoryEvents;

/** Whose lists a case is in once the responsible caseworker can no longer see it. */
@QueryTest
class NobodyPresentTest {

    private static final Instant JUNE = Instant.parse("2022-06-01T09:00:00Z");

    @Autowired
    private QueryWorld world;

    private final String name = "anna-" + UUID.randomUUID();
    private StaffId anna = new StaffId(new UUID(0, 0));
    private String annasToken = "";
    private String colleague = "";
    private String mandated = "";
    private long position;

    @BeforeEach
    void appoint() {
        world.ready();
        world.time().standAt(QueryWorld.NOW);
        anna = world.appointed(name, "1481", Role.MUNICIPAL_CASEWORKER);
        annasToken = world.token(name, "1481", Role.MUNICIPAL_CASEWORKER);
        colleague = world.token("kalle", "1481", Role.MUNICIPAL_CASEWORKER);
        mandated = world.token("malin", "1481", Role.MUNICIPAL_CASEWORKER, Mandate.PROTECTED_IDENTITIES);
    }

    private Someone annas() {
        var someone = world.someone(LABOUR_MARKET, SOCIAL_SERVICES);
        position = world.happened(
                someone,
                StoryEvents.opened(someone, SOCIAL_SERVICES, JUNE),
                StoryEvents.referred(JUNE, LocalDate.of(2022, 6, 14)),
                new CaseworkerAssigned(AssignmentId.random(), LABOUR_MARKET, anna, JUNE));
        return someone;
    }

    @Test
    void an_appointment_ended_and_the_case_is_unassigned_with_its_deadlines_from_that_instant() {
        var someone = annas();
        world.left(anna, QueryWorld.NOW.plusSeconds(1));

        assertThat(of(colleague, "unassigned", someone)).isEmpty();
        assertThat(of(colleague, "deadlines", someone)).isEmpty();
        assertThat(of(annasToken, "mine", someone)).hasSize(1);

        world.time().standAt(QueryWorld.NOW.plusSeconds(1));
        assertThat(of(colleague, "unassigned", someone)).containsExactly("NOBODY_RESPONSIBLE");
        assertThat(of(colleague, "deadlines", someone)).containsExactly("REFERRAL_TO_ANSWER");
        assertThat(of(world.token("max", "1481", Role.MUNICIPAL_MANAGER), "mine", someone))
                .isEmpty();
    }

    @Test
    void a_responsibility_ends_without_another_and_the_case_is_unassigned() {
        var someone = world.someone(LABOUR_MARKET, SOCIAL_SERVICES);
        var assigned = new CaseworkerAssigned(AssignmentId.random(), LABOUR_MARKET, anna, JUNE);
        position = world.happened(
                someone,
                StoryEvents.opened(someone, SOCIAL_SERVICES, JUNE),
                StoryEvents.referred(JUNE, LocalDate.of(2022, 6, 14)),
                assigned,
                new ResponsibilityEnded(assigned.assignmentId(), LABOUR_MARKET, JUNE.plusSeconds(60)));

        assertThat(of(annasToken, "mine", someone)).isEmpty();
        assertThat(of(annasToken, "closed", someone)).isEmpty();
        assertThat(of(annasToken, "unassigned", someone)).containsExactly("NOBODY_RESPONSIBLE");
        assertThat(of(colleague, "unassigned", someone)).containsExactly("NOBODY_RESPONSIBLE");
        assertThat(of(colleague, "deadlines", someone)).containsExactly("REFERRAL_TO_ANSWER");
    }

    @Test
    void a_person_keeps_her_cases_over_appointments() {
        var someone = annas();
        world.appointedAnew(name, "1481", Role.MUNICIPAL_CASEWORKER, Mandate.PROTECTED_IDENTITIES);
        world.left(anna, QueryWorld.NOW);

        assertThat(of(annasToken, "mine", someone)).containsExactly("RESPONSIBLE_FOR_CASE");
        assertThat(of(annasToken, "deadlines", someone)).containsExactly("REFERRAL_TO_ANSWER");
        assertThat(of(colleague, "unassigned", someone)).isEmpty();
    }

    @Test
    void a_person_is_protected_and_whoever_has_the_mandate_finds_her_unassigned() {
        var someone = annas();
        assertThat(of(mandated, "unassigned", someone)).isEmpty();
        world.protect(someone);

        assertThat(of(annasToken, "mine", someone)).isEmpty();
        assertThat(of(colleague, "unassigned", someone)).isEmpty();
        assertThat(of(mandated, "unassigned", someone)).containsExactly("NOBODY_RESPONSIBLE");
        assertThat(of(mandated, "deadlines", someone)).containsExactly("REFERRAL_TO_ANSWER");
    }

    @Test
    void the_agency_registers_a_person_at_another_office_and_the_old_ones_caseworker_leaves_the_case_to_it() {
        var someone = world.someone(LaneId.AGENCY);
        var ali = world.appointed(name, "AF-9998", Role.AGENCY_CASEWORKER);
        var there = world.token(name, "AF-9998", Role.AGENCY_CASEWORKER);
        var inCharge = world.token("berit", "AF-1481", Role.AGENCY_CASEWORKER);
        var assigned = new CaseworkerAssigned(AssignmentId.random(), LaneId.AGENCY, ali, JUNE);
        position = world.happened(someone, StoryEvents.opened(someone, LaneId.AGENCY, JUNE), assigned);
        assertThat(of(there, "mine", someone)).hasSize(1);
        assertThat(of(inCharge, "unassigned", someone)).isEmpty();

        position = world.happened(someone, StoryEvents.registered(JUNE));
        assertThat(of(there, "mine", someone)).isEmpty();
        assertThat(of(inCharge, "unassigned", someone)).containsExactly("NOBODY_RESPONSIBLE");
    }

    @Test
    void a_case_is_closed_once_all_that_the_lane_had_open_has_ended() {
        var someone = world.someone(LABOUR_MARKET);
        var enrolled = StoryEvents.enrolled(JUNE);
        position = world.happened(
                someone,
                StoryEvents.opened(someone, LABOUR_MARKET, JUNE),
                new CaseworkerAssigned(AssignmentId.random(), LABOUR_MARKET, anna, JUNE));
        assertThat(of(annasToken, "mine", someone)).as("nothing has begun").hasSize(1);
        position = world.happened(someone, enrolled);
        assertThat(of(annasToken, "mine", someone)).hasSize(1);
        assertThat(of(annasToken, "closed", someone)).isEmpty();

        position = world.happened(
                someone,
                new EnrolmentEnded(
                        enrolled.enrolmentId(), LABOUR_MARKET, Outcome.OTHER, List.of(), null, null, QueryWorld.NOW));
        assertThat(of(annasToken, "mine", someone)).isEmpty();
        assertThat(of(annasToken, "closed", someone)).containsExactly("CASE_CLOSED");
        assertThat(of(colleague, "closed", someone)).isEmpty();
    }

    @Test
    void a_person_who_has_died_leaves_the_lists_of_the_lane_that_was_told_and_no_others() {
        var someone = world.someone(LABOUR_MARKET, SOCIAL_SERVICES);
        var enrolled = StoryEvents.enrolled(JUNE);
        var social = world.token("sam", "1481", Role.SOCIAL_WORKER);
        position = world.happened(
                someone,
                StoryEvents.opened(someone, SOCIAL_SERVICES, JUNE),
                StoryEvents.referred(JUNE, LocalDate.of(2022, 6, 14)),
                new CaseworkerAssigned(AssignmentId.random(), LABOUR_MARKET, anna, JUNE),
                enrolled,
                StoryEvents.enrolled(JUNE));
        for (var list : List.of("mine", "awaiting", "deadlines")) {
            assertThat(of(annasToken, list, someone)).as(list).hasSize(1);
        }

        position = world.happened(
                someone,
                new EnrolmentEnded(
                        enrolled.enrolmentId(),
                        LABOUR_MARKET,
                        Outcome.DECEASED,
                        List.of(),
                        null,
                        null,
                        QueryWorld.NOW));
        for (var list : List.of("mine", "awaiting", "deadlines", "unassigned")) {
            assertThat(of(annasToken, list, someone)).as(list).isEmpty();
        }
        assertThat(of(annasToken, "closed", someone)).containsExactly("CASE_CLOSED");
        assertThat(of(social, "awaiting", someone)).containsExactly("REFERRAL_UNANSWERED");

        position = world.happened(
                someone,
                new EnteredInError(
                        enrolled.enrolmentId().value(), LABOUR_MARKET, ErrorReason.WRONG_FACTS, null, QueryWorld.NOW));
        assertThat(of(annasToken, "mine", someone)).hasSize(1);
    }

    private List<String> of(String token, String list, Someone someone) {
        var answer = world.get(token, "/api/work-lists/" + list + "?limit=200", position);
        assertThat(answer.status()).isEqualTo(200);
        return answer.json().path("items").values().stream()
                .filter(item ->
                        item.path("caseId").asString().equals(someone.caseId().toString()))
                .map(item -> item.at("/what/code").asString())
                .toList();
    }
}

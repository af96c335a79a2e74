package se.samplan.client.caseload;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StoriesTest {

    private static final List<String> CASE_EVENTS = List.of(
            "ReferralMade",
            "ReferralAccepted",
            "ReferralDeclined",
            "ReferralWithdrawn",
            "ReferralOverdue",
            "ParticipantEnrolled",
            "EnrolmentEnded",
            "CaseworkerAssigned",
            "CaseHandedOver",
            "RegistrationRecorded",
            "DeregistrationRecorded",
            "ConsentRecorded",
            "ConsentWithdrawn",
            "PlanDrafted",
            "PlanAgreed",
            "GoalAdded",
            "GoalAchieved",
            "ActivityPlanned",
            "ActivityStarted",
            "ActivityRescheduled",
            "ActivityCompleted",
            "ActivityInterrupted",
            "CollisionFound",
            "CollisionAccepted",
            "CollisionResolved",
            "ClearanceRequested",
            "ClearanceGranted",
            "ClearanceDenied",
            "ClearanceWithdrawn",
            "ClearanceOverdue",
            "SubsidyDecisionRequested",
            "SubsidyApprovalProposed",
            "SubsidyApproved",
            "SubsidyRefused",
            "SubsidyRequestWithdrawn",
            "SubsidyWindowLapsed",
            "EnteredInError",
            "ParticipantRegistered",
            "ParticipantRecognised",
            "ProtectionProposed",
            "ProtectedIdentityMarked");
    private static final Pattern ENTRY = Pattern.compile("\\{([a-z0-9-]+)}");

    @ParameterizedTest
    @CsvSource({"1,1,20", "1,0.1,2", "5,0.1,2"})
    void every_event_of_a_case_or_the_register_occurs_often_enough(long seed, double scale, int least) {
        var counts = new HashMap<String, Integer>();
        plan(seed, scale)
                .values()
                .forEach(steps ->
                        steps.forEach(step -> step.events().forEach(event -> counts.merge(event, 1, Integer::sum))));
        assertThat(counts.keySet()).containsExactlyInAnyOrderElementsOf(CASE_EVENTS);
        assertThat(counts)
                .allSatisfy((event, count) -> assertThat(count).as(event).isGreaterThanOrEqualTo(least));
    }

    @Test
    void the_steps_of_a_story_stand_in_the_order_of_their_times_and_lie_within_the_years_before_its_end() {
        plan(1, 0.3).forEach((person, steps) -> {
            assertThat(steps).isSortedAccordingTo((one, other) -> one.at().compareTo(other.at()));
            assertThat(steps.getFirst().at().toLocalDate()).isAfterOrEqualTo(LocalDate.of(2017, 1, 1));
            assertThat(steps.getLast().at().toLocalDate()).isBeforeOrEqualTo(LocalDate.of(2022, 12, 31));
        });
    }

    @Test
    void nothing_is_named_before_it_is_made() {
        plan(1, 0.3).forEach((person, steps) -> {
            Set<String> made = new HashSet<>(Set.of("case", "participant"));
            for (var step : steps) {
                var named = ENTRY.matcher(step.call().path());
                while (named.find()) {
                    assertThat(made).as("%s of %s", step, person).contains(Objects.requireNonNull(named.group(1)));
                }
                step.call().body().values().forEach(value -> {
                    if (value instanceof Call.Ref.Entry(var name)) {
                        assertThat(made).contains(name);
                    }
                });
                var makes = step.call().makes();
                if (makes != null) {
                    made.add(makes);
                }
                if (step.events().contains("CollisionFound")) {
                    made.add(ActivityStep.COLLISION);
                }
            }
        });
    }

    @Test
    void every_office_that_a_registration_names_is_registered_as_one() {
        var plan = Plan.make(TableFolder.shipped(), 2022, 1, 0.3, Weights.shipped());
        var offices = Setup.of(plan).stream()
                .map(order -> order.call().body())
                .filter(body -> "AGENCY_OFFICE".equals(body.get("kind")))
                .map(body -> String.valueOf(body.get("organisationId")))
                .toList();
        var stories = new Stories(plan);
        var named = plan.people().stream()
                .flatMap(person -> stories.of(person).stream())
                .filter(RegistrationStep.Register.class::isInstance)
                .map(step -> ((RegistrationStep.Register) step).office())
                .distinct()
                .toList();

        assertThat(named).isNotEmpty().isSubsetOf(offices);
    }

    @Test
    void whoever_acts_has_the_person_in_the_lane_or_was_told() {
        plan(1, 0.3).forEach((person, steps) -> {
            Set<String> lanes = new HashSet<>();
            for (var step : steps) {
                if (step instanceof RegisterStep.Register register) {
                    lanes.add(register.by().lane());
                }
                assertThat(lanes)
                        .as("%s of %s", step, person)
                        .contains(step.by().lane());
                if (step instanceof ReferralStep.Refer refer) {
                    lanes.add(refer.to());
                }
            }
        });
    }

    @Test
    void a_protected_person_is_dealt_with_by_those_alone_who_may_see_such() {
        var plan = Plan.make(TableFolder.shipped(), 2022, 1, 1, Weights.shipped());
        var stories = new Stories(plan);
        for (var person : plan.people()) {
            if (plan.scenario(person).isProtected()) {
                assertThat(stories.of(person))
                        .allSatisfy(step -> assertThat(step.by().person()).endsWith("-protected"));
            }
        }
    }

    @Test
    void nothing_starts_without_clearance_where_the_municipality_is_strict() {
        plan(1, 1).forEach((person, steps) -> {
            if (LocalPolicy.of(person.municipality()).strict()) {
                assertThat(steps).noneMatch(step -> step instanceof ActivityStep.Start start && start.reason() != null);
            }
        });
    }

    @Test
    void a_load_stays_within_what_ten_minutes_hold() {
        int commands = plan(1, 1).values().stream().mapToInt(List::size).sum();
        assertThat(commands).isBetween(50_000, 90_000);
    }

    private static Map<Person, List<Step>> plan(long seed, double scale) {
        var plan = Plan.make(TableFolder.shipped(), 2022, seed, scale, Weights.shipped());
        var stories = new Stories(plan);
        var steps = new HashMap<Person, List<Step>>();
        plan.people().forEach(person -> steps.put(person, stories.of(person)));
        return steps;
    }
}

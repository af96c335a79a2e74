package se.samplan.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.axonframework.test.matchers.Matchers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.samplan.access.Actor;
import se.samplan.command.CommandMetadata;
import se.samplan.command.EffectiveAt;
import se.samplan.command.TimeRefusal;
import se.samplan.organisation.OrganisationId;
import se.samplan.organisation.Role;
import se.samplan.organisation.StaffId;
import se.samplan.plan.ActivityKind;
import se.samplan.policy.PolicyEvent.PolicySet;
import se.samplan.refusal.Reason;
import se.samplan.refusal.Rejected;
import se.samplan.staff.KindOfOrganisation;
import se.samplan.staff.StaffRefusal;
import se.samplan.subsidy.Scheme;

class PolicyBookTest {

    static final PolicyValues VALUES = new PolicyValues(names(ActivityKind.values()), names(Scheme.values()));

    private static final Instant NOW = Instant.parse("2022-03-10T12:00:00Z");
    private static final OrganisationId HERE = new OrganisationId("1481");
    private static final PolicyId ID = PolicyId.random();
    private static final LocalDate FROM = LocalDate.of(2022, 4, 1);

    private AggregateTestFixture<PolicyBook> fixture = new AggregateTestFixture<>(PolicyBook.class);

    @BeforeEach
    void fixTheClock() {
        fixture = new AggregateTestFixture<>(PolicyBook.class);
        fixture.registerInjectableResource(VALUES);
        fixture.registerInjectableResource(Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private static Set<String> names(Enum<?>[] codes) {
        return Stream.of(codes).map(Enum::name).collect(Collectors.toSet());
    }

    private static SetPolicy set(PolicyKind kind, String name, String value, @Nullable LocalDate to, Instant at) {
        return new SetPolicy(HERE, ID, kind, new TreeMap<>(Map.of(name, value)), FROM, to, EffectiveAt.instant(at));
    }

    private ResultValidator<PolicyBook> sent(SetPolicy command, Role role, String organisation, boolean known) {
        var actor = new Actor(StaffId.random(), "anna", new OrganisationId(organisation), role, null, Set.of());
        var beside = known
                ? Map.of(CommandMetadata.ACTOR, actor, KindOfOrganisation.KEY, "MUNICIPALITY")
                : Map.of(CommandMetadata.ACTOR, actor);
        return fixture.givenNoPriorActivity().when(command, beside);
    }

    private Reason refusal(SetPolicy command, Role role, String organisation, boolean known) {
        var reasons = new ArrayList<Reason>();
        sent(command, role, organisation, known)
                .expectNoEvents()
                .expectException(Matchers.<Throwable>matches(
                        failure -> failure instanceof Rejected rejected && reasons.add(rejected.reason())));
        return reasons.getFirst();
    }

    @Test
    void a_policy_is_set_by_the_operator_or_a_manager_of_the_organisation() {
        var command = set(PolicyKind.REFERRAL_ANSWER, "days", "7", null, NOW);

        sent(command, Role.MUNICIPAL_MANAGER, "1481", true)
                .expectEvents(new PolicySet(HERE, ID, PolicyKind.REFERRAL_ANSWER, command.values(), FROM, null, NOW));
        assertThat(refusal(command, Role.MUNICIPAL_MANAGER, "1480", true)).isEqualTo(PolicyRefusal.NOT_YOUR_POLICY);
        fixTheClock();
        sent(command, Role.OPERATOR, "SE", true).expectSuccessfulHandlerExecution();
    }

    @Test
    void an_organisation_that_is_not_there_has_no_policy() {
        assertThat(refusal(set(PolicyKind.REFERRAL_ANSWER, "days", "7", null, NOW), Role.OPERATOR, "SE", false))
                .isEqualTo(StaffRefusal.UNKNOWN_ORGANISATION);
    }

    @Test
    void a_policy_is_set_now_and_ends_after_it_begins() {
        assertThat(refusal(
                        set(PolicyKind.REFERRAL_ANSWER, "days", "7", null, NOW.plusNanos(1_000)),
                        Role.OPERATOR,
                        "SE",
                        true))
                .isEqualTo(TimeRefusal.IN_THE_FUTURE);
        assertThat(refusal(
                        set(PolicyKind.REFERRAL_ANSWER, "days", "7", FROM.minusDays(1), NOW),
                        Role.OPERATOR,
                        "SE",
                        true))
                .isEqualTo(PolicyRefusal.POLICY_ENDS_BEFORE_IT_BEGINS);
    }

    @Test
    void a_value_is_known_and_of_use() {
        assertThat(refusal(set(PolicyKind.REFERRAL_ANSWER, "dagar", "7", null, NOW), Role.OPERATOR, "SE", true))
                .isEqualTo(PolicyRefusal.UNKNOWN_VALUE);
        fixTheClock();
        assertThat(refusal(set(PolicyKind.REFERRAL_ANSWER, "days", "0", null, NOW), Role.OPERATOR, "SE", true))
                .isEqualTo(PolicyRefusal.VALUE_OUT_OF_RANGE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "REFERRAL_ANSWER;days;1;",
                "REFERRAL_ANSWER;days;365;",
                "REFERRAL_ANSWER;days;0;VALUE_OUT_OF_RANGE",
                "REFERRAL_ANSWER;days;366;VALUE_OUT_OF_RANGE",
                "REFERRAL_ANSWER;days;-1;VALUE_OUT_OF_RANGE",
                "REFERRAL_ANSWER;days;soon;VALUE_OUT_OF_RANGE",
                "REFERRAL_ANSWER;weekHours;40;UNKNOWN_VALUE",
                "CLEARANCE_ANSWER;dayKind;WORKING;",
                "CLEARANCE_ANSWER;dayKind;SOMETIMES;VALUE_OUT_OF_RANGE",
                "BESIDE_AGENCY_MEASURE;weekHours;60;",
                "BESIDE_AGENCY_MEASURE;weekHours;61;VALUE_OUT_OF_RANGE",
                "BESIDE_AGENCY_MEASURE;allowed;CONVERSATIONS;",
                "BESIDE_AGENCY_MEASURE;allowed;EVERYTHING;VALUE_OUT_OF_RANGE",
                "BESIDE_AGENCY_MEASURE;complementaryKinds;JOB_SEARCH,MAPPING;",
                "BESIDE_AGENCY_MEASURE;complementaryKinds;JOB_SEARCH,NAPPING;VALUE_OUT_OF_RANGE",
                "BESIDE_AGENCY_MEASURE;strictClearance;perhaps;VALUE_OUT_OF_RANGE",
                "SUBSIDY_DECISION;secondPerson;true;",
                "SUBSIDY_DECISION;secondPerson.NEW_START_JOB;true;",
                "SUBSIDY_DECISION;secondPerson.OLD_START_JOB;true;UNKNOWN_VALUE",
                "REFERRAL_ANSWER;secondPerson.NEW_START_JOB;true;UNKNOWN_VALUE"
            })
    void its_values_are_of_its_kind_and_within_their_bounds(
            PolicyKind kind, String name, String value, @Nullable PolicyRefusal refusal) {
        var command = set(kind, name, value, null, NOW);

        if (refusal == null) {
            sent(command, Role.OPERATOR, "SE", true).expectSuccessfulHandlerExecution();
        } else {
            assertThat(refusal(command, Role.OPERATOR, "SE", true)).isEqualTo(refusal);
        }
    }
}

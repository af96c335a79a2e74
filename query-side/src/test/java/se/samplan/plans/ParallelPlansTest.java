package se.samplan.plans;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samplan.plans.StoryEvents.LABOUR_MARKET;
import static se.samplan.plans.StoryEvents.SOCIAL_SERVICES;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.samplan.QueryTest;
import se.samplan.QueryWorld;
import se.samplan.QueryWorld.HttpReply;
import se.samplan.QueryWorld.Someone;
import se.samplan.casework.InformationKind;
import se.samplan.casework.LaneId;
import se.samplan.consent.ConsentEvent.ConsentWithdrawn;
import se.samplan.organisation.Mandate;
import se.samplan.organisation.OrganisationKind;
import se.samplan.organisation.Role;
import se.samplan.subsidy.SubsidyEvent.SubsidyApprovalProposed;
import se.samplan.subsidy.SubsidyEvent.SubsidyApproved;
import se.samplan.subsidy.SubsidyEvent.SubsidyWindowLapsed;

/** The parallel plans over HTTP: what each reader is shown, and what is not shown to another. */
@QueryTest
class ParallelPlansTest {

    private static final Instant MARCH = Instant.parse("2022-03-01T09:00:00Z");

    /** What clearances and subsidies are about. */
    private static final InformationKind[] ANSWERED = {InformationKind.ACTIVITIES, InformationKind.SUBSIDY};

    @Autowired
    private QueryWorld world;

    private String caseworker = "";
    private String socialWorker = "";
    private String agency = "";
    private String tutor = "";

    @BeforeEach
    void appoint() {
        world.ready();
        world.time().standAt(QueryWorld.NOW);
        world.organisation("1481", OrganisationKind.MUNICIPALITY, "Mölndal");
        caseworker = world.token("kim", "1481", Role.MUNICIPAL_CASEWORKER);
        socialWorker = world.token("sam", "1481", Role.SOCIAL_WORKER);
        agency = world.token("ali", "AF-1481", Role.AGENCY_CASEWORKER);
        tutor = world.token("tor", "P-KOMPETENS", Role.PROVIDER_TUTOR);
    }

    @Test
    void without_a_ground_each_side_is_shown_its_own_lane_only() {
        var story = new Both();
        var own = plans(caseworker, story.someone, story.position).json();
        assertThat(own.path("lanes").size()).isEqualTo(1);
        assertThat(own.at("/lanes/0/lane").asString()).isEqualTo("1481:LABOUR_MARKET");
        assertThat(own.at("/lanes/0/own").asBoolean()).isTrue();
        assertThat(own.at("/lanes/0/activities/0/kind/sv").asString()).isEqualTo("praktik");
        assertThat(own.path("collisions").size()).isZero();
        var other = plans(agency, story.someone, story.position);
        assertThat(other.body()).doesNotContain("WORK_PLACEMENT").doesNotContain("1481:LABOUR_MARKET");
        assertThat(plans(socialWorker, story.someone, story.position).body())
                .doesNotContain("WORK_PLACEMENT")
                .doesNotContain("PREPARE_AND_MATCH");
    }

    @Test
    void with_a_consent_both_lanes_and_the_collision_are_shown_to_both() {
        var story = new Both();
        var position = world.happened(
                story.someone,
                StoryEvents.consent(MARCH, List.of(LABOUR_MARKET, LaneId.AGENCY), InformationKind.ACTIVITIES));
        for (var reader : List.of(caseworker, agency)) {
            var page = plans(reader, story.someone, position).json();
            assertThat(page.path("lanes").size()).isEqualTo(2);
            assertThat(page.at("/collisions/0/state/code").asString()).isEqualTo("OPEN");
            assertThat(page.at("/collisions/0/owner").asString()).isEqualTo("1481:LABOUR_MARKET");
            assertThat(page.at("/lanes/1/shown/0/how/code").asString()).isEqualTo("GROUND");
            assertThat(page.at("/axis/from").asString()).isNotEmpty();
        }
        assertThat(plans(agency, story.someone, position).body()).doesNotContain("\"enrolmentId\"");
        assertThat(plans(socialWorker, story.someone, position).body()).doesNotContain("PREPARE_AND_MATCH");
    }

    @Test
    void when_a_consent_is_withdrawn_the_cut_is_made_at_once_though_the_view_lags() {
        var story = new Both();
        var consent = StoryEvents.consent(MARCH, List.of(LABOUR_MARKET, LaneId.AGENCY), InformationKind.ACTIVITIES);
        var position = world.happened(story.someone, consent);
        assertThat(plans(caseworker, story.someone, position).body()).contains("PREPARE_AND_MATCH");
        world.groundEnded(story.someone, consent.groundId().value(), QueryWorld.NOW.minusSeconds(1));
        assertThat(plans(caseworker, story.someone, position).body())
                .doesNotContain("PREPARE_AND_MATCH")
                .doesNotContain("\"owner\"");
    }

    @Test
    void a_consent_no_longer_holds_at_its_last_instant_and_does_right_before() {
        var story = new Both();
        var consent = StoryEvents.consent(MARCH, List.of(LABOUR_MARKET, LaneId.AGENCY), InformationKind.ACTIVITIES);
        var position = world.happened(story.someone, consent);
        world.groundEnded(story.someone, consent.groundId().value(), QueryWorld.NOW);
        world.time().standAt(QueryWorld.NOW.minusMillis(1));
        assertThat(plans(caseworker, story.someone, position).body()).contains("PREPARE_AND_MATCH");
        world.time().standAt(QueryWorld.NOW);
        assertThat(plans(caseworker, story.someone, position).body()).doesNotContain("PREPARE_AND_MATCH");
    }

    @Test
    void what_is_hidden_changes_neither_a_byte_nor_the_etag() {
        var someone = world.someone(LABOUR_MARKET, SOCIAL_SERVICES, LaneId.AGENCY);
        var before = world.happened(
                someone, StoryEvents.opened(someone, LaneId.AGENCY, MARCH), StoryEvents.placement(MARCH));
        var first = plans(caseworker, someone, before);
        var measure = StoryEvents.measure(MARCH);
        var after = world.happened(
                someone,
                StoryEvents.registered(MARCH),
                measure,
                StoryEvents.collision(StoryEvents.placement(MARCH), measure, MARCH),
                StoryEvents.consent(MARCH, List.of(SOCIAL_SERVICES, LaneId.AGENCY), InformationKind.values()));
        var second = plans(caseworker, someone, after);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.etag()).isEqualTo(first.etag()).isNotEmpty();
        var third = plans(caseworker, someone, world.happened(someone, StoryEvents.enrolled(MARCH)));
        assertThat(third.etag()).isNotEqualTo(first.etag());
    }

    @Test
    void a_case_without_events_looks_like_one_that_is_all_hidden() {
        var someone = world.someone(LABOUR_MARKET, LaneId.AGENCY);
        var empty = plans(caseworker, someone, 0);
        var position = world.happened(
                someone, StoryEvents.opened(someone, LaneId.AGENCY, MARCH), StoryEvents.registered(MARCH));
        var hidden = plans(caseworker, someone, position);
        assertThat(hidden.body()).isEqualTo(empty.body());
        assertThat(hidden.etag()).isEqualTo(empty.etag());
    }

    @Test
    void a_clearance_is_shown_to_both_its_parties_and_its_activity_to_those_who_may_know_it() {
        var someone = world.someone(LABOUR_MARKET, LaneId.AGENCY, SOCIAL_SERVICES);
        var placement = StoryEvents.placement(MARCH);
        var position = world.happened(
                someone,
                StoryEvents.opened(someone, LABOUR_MARKET, MARCH),
                placement,
                StoryEvents.clearance(placement, MARCH, LocalDate.of(2022, 3, 15)),
                StoryEvents.subsidy(MARCH, LocalDate.of(2022, 7, 1)));
        var asking = plans(caseworker, someone, position).json();
        assertThat(asking.at("/clearances/0/activityId").asString())
                .isEqualTo(placement.activityId().toString());
        assertThat(asking.at("/clearances/0/overdue").asBoolean()).isTrue();
        var asked = plans(agency, someone, position).json();
        assertThat(asked.at("/clearances/0/activityId").isNull()).isTrue();
        assertThat(asked.at("/subsidyRequests/0/scheme/code").asString()).isEqualTo("NEW_START_JOB");
        assertThat(asked.at("/subsidyRequests/0/overdue").asBoolean()).isFalse();
        var outside = plans(socialWorker, someone, position).json();
        assertThat(outside.path("clearances").size()).isZero();
        assertThat(outside.path("subsidyRequests").size()).isZero();
    }

    @Test
    void an_answer_is_shown_to_a_third_lane_only_with_a_ground_towards_the_lane_that_gave_it() {
        var someone = world.someone(LABOUR_MARKET, LaneId.AGENCY, SOCIAL_SERVICES);
        var placement = StoryEvents.placement(MARCH);
        var clearance = StoryEvents.clearance(placement, MARCH, LocalDate.of(2022, 3, 15));
        var subsidy = StoryEvents.subsidy(MARCH, LocalDate.of(2022, 3, 20));
        var asked = world.happened(
                someone,
                StoryEvents.opened(someone, LABOUR_MARKET, MARCH),
                placement,
                clearance,
                subsidy,
                StoryEvents.consent(MARCH, List.of(LABOUR_MARKET, LaneId.AGENCY), ANSWERED),
                StoryEvents.consent(MARCH, List.of(LABOUR_MARKET, SOCIAL_SERVICES), ANSWERED));
        world.time().standAt(MARCH.plusSeconds(7200));
        var before = plans(socialWorker, someone, asked);
        assertThat(before.json().at("/clearances/0/state/code").asString()).isEqualTo("REQUESTED");
        var answered = world.happened(
                someone,
                StoryEvents.denied(clearance, MARCH.plusSeconds(3600)),
                StoryEvents.refused(subsidy, MARCH.plusSeconds(3600)));
        var after = plans(socialWorker, someone, answered);
        assertThat(after.body()).isEqualTo(before.body());
        assertThat(after.etag()).isEqualTo(before.etag());
        world.time().standAt(QueryWorld.NOW);
        var late = plans(socialWorker, someone, answered);
        assertThat(late.json().at("/clearances/0/state/code").asString()).isEqualTo("OVERDUE");
        assertThat(late.json().at("/subsidyRequests/0/state/code").asString()).isEqualTo("LAPSED");
        assertThat(late.body()).doesNotContain("CLASHES_WITH_MEASURE").doesNotContain("NO_FUNDS");
        var third =
                world.happened(someone, StoryEvents.consent(MARCH, List.of(SOCIAL_SERVICES, LaneId.AGENCY), ANSWERED));
        for (var reader : List.of(caseworker, agency, socialWorker)) {
            assertThat(plans(reader, someone, third).body())
                    .contains("CLASHES_WITH_MEASURE")
                    .contains("NO_FUNDS");
        }
    }

    @Test
    void a_grant_is_a_proposal_until_it_is_approved_though_the_window_closes() {
        var someone = world.someone(LABOUR_MARKET, LaneId.AGENCY);
        var request = StoryEvents.subsidy(MARCH, LocalDate.of(2022, 3, 20));
        var id = request.subsidyRequestId();
        var from = LocalDate.of(2022, 4, 1);
        var to = LocalDate.of(2023, 3, 31);
        var proposed = world.happened(
                someone,
                StoryEvents.opened(someone, LABOUR_MARKET, MARCH),
                request,
                new SubsidyApprovalProposed(id, LaneId.AGENCY, 50, from, to, MARCH.plusSeconds(60)),
                new SubsidyWindowLapsed(id, LABOUR_MARKET, Instant.parse("2022-03-20T22:59:59Z")));
        var lapsed = plans(caseworker, someone, proposed).json().at("/subsidyRequests/0");
        assertThat(lapsed.at("/proposedGrant/levelPercent").asInt()).isEqualTo(50);
        assertThat(lapsed.path("grant").isNull()).isTrue();
        var approved =
                world.happened(someone, new SubsidyApproved(id, LaneId.AGENCY, 40, from, to, MARCH.plusSeconds(120)));
        var decided = plans(caseworker, someone, approved).json().at("/subsidyRequests/0");
        assertThat(decided.path("proposedGrant").isNull()).isTrue();
        assertThat(decided.at("/grant/levelPercent").asInt()).isEqualTo(40);
    }

    @Test
    void a_referrals_answer_is_shown_to_a_third_lane_only_with_a_ground_towards_the_unit() {
        var someone = world.someone(LABOUR_MARKET, LaneId.AGENCY, SOCIAL_SERVICES);
        var referral = StoryEvents.referred(MARCH, LocalDate.of(2022, 3, 15));
        var declined = world.happened(
                someone,
                StoryEvents.opened(someone, SOCIAL_SERVICES, MARCH),
                referral,
                StoryEvents.consent(MARCH, List.of(SOCIAL_SERVICES, LaneId.AGENCY), InformationKind.PLAN),
                StoryEvents.declined(referral, MARCH.plusSeconds(3600)));
        var hidden = plans(agency, someone, declined);
        assertThat(hidden.body()).doesNotContain("NO_PLACE").doesNotContain("DECLINED");
        assertThat(hidden.json().at("/lanes/1/referrals/0/state/code").asString())
                .isEqualTo("OVERDUE");
        var third = world.happened(
                someone, StoryEvents.consent(MARCH, List.of(LABOUR_MARKET, LaneId.AGENCY), InformationKind.PLAN));
        for (var reader : List.of(caseworker, agency, socialWorker)) {
            assertThat(plans(reader, someone, third).body()).contains("NO_PLACE");
        }
    }

    @Test
    void a_withdrawal_of_consent_is_shown_to_its_parties() {
        var someone = world.someone(LABOUR_MARKET, LaneId.AGENCY, SOCIAL_SERVICES);
        var consent = StoryEvents.consent(MARCH, List.of(LABOUR_MARKET, LaneId.AGENCY), InformationKind.PLAN);
        var withdrawn = world.happened(
                someone,
                StoryEvents.opened(someone, LABOUR_MARKET, MARCH),
                consent,
                new ConsentWithdrawn(consent.groundId(), LaneId.AGENCY, MARCH.plusSeconds(60)),
                StoryEvents.consent(MARCH, List.of(LABOUR_MARKET, SOCIAL_SERVICES), InformationKind.CONTACT));
        for (var party : List.of(caseworker, agency)) {
            assertThat(plans(party, someone, withdrawn).body()).contains("WITHDRAWN");
        }
        assertThat(plans(socialWorker, someone, withdrawn).body()).doesNotContain("WITHDRAWN");
    }

    @Test
    void a_tutor_is_shown_the_measure_that_the_own_organisation_runs_and_nothing_else() {
        var story = new Both();
        var page = plans(tutor, story.someone, story.position);
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.json().at("/lanes/0/activities/0/kind/code").asString()).isEqualTo("PREPARE_AND_MATCH");
        assertThat(page.json().at("/lanes/0/activities").size()).isEqualTo(1);
        assertThat(page.body()).doesNotContain("WORK_PLACEMENT").doesNotContain("registrationId");
        assertThat(page.json().path("sex").isNull()).isTrue();
        var other = world.token("eva", "P-ANNAN", Role.PROVIDER_TUTOR);
        assertThat(plans(other, story.someone, story.position).code()).isEqualTo("UNKNOWN_PARTICIPANT");
    }

    @Test
    void a_lane_that_was_never_told_of_the_person_gets_the_answer_of_an_unknown_one() {
        var story = new Both();
        var stranger = world.token("liv", "1384", Role.MUNICIPAL_CASEWORKER);
        var answer = plans(stranger, story.someone, story.position);
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.code()).isEqualTo("UNKNOWN_PARTICIPANT");
        var unknown = world.get(stranger, "/api/participants/" + java.util.UUID.randomUUID() + "/plans");
        assertThat(unknown.body().replaceAll("\"instance\":\"[^\"]*\"", ""))
                .isEqualTo(answer.body().replaceAll("\"instance\":\"[^\"]*\"", ""));
    }

    @Test
    void a_protected_person_is_shown_to_those_with_the_mandate_only() {
        var story = new Both();
        world.protect(story.someone);
        assertThat(plans(caseworker, story.someone, story.position).code()).isEqualTo("UNKNOWN_PARTICIPANT");
        assertThat(plans(tutor, story.someone, story.position).code()).isEqualTo("UNKNOWN_PARTICIPANT");
        var trusted = world.token("pia", "1481", Role.MUNICIPAL_CASEWORKER, Mandate.PROTECTED_IDENTITIES);
        assertThat(plans(trusted, story.someone, story.position).status()).isEqualTo(200);
    }

    @Test
    void roles_without_cases_are_not_allowed() {
        var story = new Both();
        for (var role : List.of(Role.AUDITOR, Role.REPORT_MAKER, Role.OPERATOR)) {
            var answer = plans(world.token("ulf", "1481", role), story.someone, story.position);
            assertThat(answer.status()).isEqualTo(403);
            assertThat(answer.code()).isEqualTo("NOT_ALLOWED");
        }
    }

    @Test
    void every_read_is_logged() {
        var story = new Both();
        plans(caseworker, story.someone, story.position);
        plans(agency, story.someone, story.position);
        assertThat(world.logged(story.someone)).isEqualTo(2);
    }

    private HttpReply plans(String token, Someone someone, long position) {
        return world.get(token, "/api/participants/" + someone.participant() + "/plans", position);
    }

    /** A case in which both lanes have planned, and a collision between them. */
    private final class Both {

        private final Someone someone = world.someone(LABOUR_MARKET, SOCIAL_SERVICES, LaneId.AGENCY);
        private final long position;

        private Both() {
            var placement = StoryEvents.placement(MARCH);
            var measure = StoryEvents.measure(MARCH);
            position = world.happened(
                    someone,
                    StoryEvents.opened(someone, LABOUR_MARKET, MARCH),
                    StoryEvents.enrolled(MARCH),
                    StoryEvents.registered(MARCH),
                    measure,
                    placement,
                    StoryEvents.collision(placement, measure, MARCH));
        }
    }
}

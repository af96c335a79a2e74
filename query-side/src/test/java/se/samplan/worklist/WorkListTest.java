package se.samplan.worklist;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samplan.plans.StoryEvents.LABOUR_MARKET;
import static se.samplan.plans.StoryEvents.SOCIAL_SERVICES;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.samplan.QueryTest;
import se.samplan.QueryWorld;
import se.samplan.QueryWorld.Someone;
import se.samplan.casework.LaneId;
import se.samplan.caseworker.AssignmentId;
import se.samplan.caseworker.CaseworkerEvent.CaseworkerAssigned;
import se.samplan.organisation.Role;
import se.samplan.plans.StoryEvents;
import se.samplan.referral.ReferralEvent.ReferralAccepted;
import tools.jackson.databind.JsonNode;

/** The work lists over HTTP. */
@QueryTest
class WorkListTest {

    private static final Instant JUNE = Instant.parse("2022-06-01T09:00:00Z");

    @Autowired
    private QueryWorld world;

    private String caseworker = "";
    private String manager = "";
    private long position;

    @BeforeEach
    void appoint() {
        world.ready();
        world.time().standAt(QueryWorld.NOW);
        caseworker = world.token("kim", "1481", Role.MUNICIPAL_CASEWORKER);
        manager = world.token("max", "1481", Role.MUNICIPAL_MANAGER);
    }

    @Test
    void a_referral_waits_for_the_unit_it_was_sent_to_and_for_the_one_who_sent_it_until_answered() {
        var someone = world.someone(LABOUR_MARKET, SOCIAL_SERVICES);
        var referral = StoryEvents.referred(JUNE, LocalDate.of(2022, 6, 14));
        position = world.happened(someone, StoryEvents.opened(someone, SOCIAL_SERVICES, JUNE), referral);
        assertThat(of(caseworker, "awaiting", someone)).containsExactly("REFERRAL_TO_ANSWER");
        assertThat(of(caseworker, "deadlines", someone)).containsExactly("REFERRAL_TO_ANSWER");
        assertThat(of(caseworker, "unassigned", someone)).containsExactly("NOBODY_RESPONSIBLE");
        var social = world.token("sam", "1481", Role.SOCIAL_WORKER);
        assertThat(of(social, "awaiting", someone)).containsExactly("REFERRAL_UNANSWERED");
        position = world.happened(someone, new ReferralAccepted(referral.referralId(), LABOUR_MARKET, JUNE));
        assertThat(of(caseworker, "awaiting", someone)).isEmpty();
        assertThat(of(caseworker, "deadlines", someone)).isEmpty();
        assertThat(of(social, "awaiting", someone)).isEmpty();
    }

    @Test
    void a_deadline_is_overdue_by_the_clock_from_the_day_after_its_last() {
        var someone = world.someone(LABOUR_MARKET, SOCIAL_SERVICES);
        position = world.happened(
                someone,
                StoryEvents.opened(someone, SOCIAL_SERVICES, JUNE),
                StoryEvents.referred(JUNE, LocalDate.of(2022, 6, 14)));
        world.time().standAt(Instant.parse("2022-06-14T21:59:59Z"));
        assertThat(item(caseworker, "deadlines", someone).path("overdue").asBoolean())
                .isFalse();
        world.time().standAt(Instant.parse("2022-06-14T22:00:00Z"));
        assertThat(item(caseworker, "deadlines", someone).path("overdue").asBoolean())
                .isTrue();
    }

    @Test
    void the_agency_sees_what_awaits_it_at_the_office_in_charge() {
        var someone = world.someone(LABOUR_MARKET, LaneId.AGENCY);
        var placement = StoryEvents.placement(JUNE);
        position = world.happened(
                someone,
                StoryEvents.opened(someone, LABOUR_MARKET, JUNE),
                StoryEvents.registered(JUNE),
                placement,
                StoryEvents.clearance(placement, JUNE, LocalDate.of(2022, 6, 20)),
                StoryEvents.subsidy(JUNE, LocalDate.of(2022, 6, 30)));
        var agency = world.token("ali", "AF-1481", Role.AGENCY_MANAGER);
        assertThat(of(agency, "awaiting", someone))
                .containsExactlyInAnyOrder("CLEARANCE_TO_ANSWER", "SUBSIDY_TO_DECIDE");
        assertThat(of(agency, "deadlines", someone)).containsExactly("CLEARANCE_TO_ANSWER", "SUBSIDY_TO_DECIDE");
        assertThat(of(world.token("bo", "AF-9999", Role.AGENCY_MANAGER), "awaiting", someone))
                .isEmpty();
        assertThat(of(caseworker, "awaiting", someone))
                .containsExactlyInAnyOrder("CLEARANCE_UNANSWERED", "SUBSIDY_UNDECIDED");
    }

    @Test
    void mine_are_the_cases_i_answer_for_and_a_manager_sees_them_all() {
        var someone = world.someone(LABOUR_MARKET);
        var kim = world.appointed("kim", "1481", Role.MUNICIPAL_CASEWORKER);
        position = world.happened(
                someone,
                StoryEvents.opened(someone, LABOUR_MARKET, JUNE),
                StoryEvents.enrolled(JUNE),
                new CaseworkerAssigned(AssignmentId.random(), LABOUR_MARKET, kim, JUNE));
        assertThat(of(caseworker, "mine", someone)).containsExactly("RESPONSIBLE_FOR_CASE");
        assertThat(of(manager, "mine", someone)).containsExactly("RESPONSIBLE_FOR_CASE");
        assertThat(of(caseworker, "unassigned", someone)).isEmpty();
        assertThat(of(world.token("kai", "1481", Role.MUNICIPAL_CASEWORKER), "mine", someone))
                .isEmpty();

        world.responsible(someone, LABOUR_MARKET, world.appointed("kai", "1481", Role.MUNICIPAL_CASEWORKER));
        assertThat(of(caseworker, "mine", someone))
                .as("the access rows say that another took over, though the view does not")
                .isEmpty();
    }

    @Test
    void it_is_not_shown_to_another_lane_nor_where_the_person_is_protected() {
        var someone = world.someone(LABOUR_MARKET, SOCIAL_SERVICES);
        position = world.happened(
                someone,
                StoryEvents.opened(someone, SOCIAL_SERVICES, JUNE),
                StoryEvents.referred(JUNE, LocalDate.of(2022, 6, 14)));
        assertThat(of(world.token("liv", "1384", Role.MUNICIPAL_MANAGER), "deadlines", someone))
                .isEmpty();
        assertThat(of(manager, "deadlines", someone)).isNotEmpty();
        world.protect(someone);
        assertThat(of(manager, "deadlines", someone)).isEmpty();
    }

    @Test
    void pages_hold_every_row_once_in_the_order_of_their_days() {
        var expected = new ArrayList<String>();
        for (var day = 1; day <= 7; day++) {
            var someone = world.someone(LABOUR_MARKET, SOCIAL_SERVICES);
            position = world.happened(
                    someone,
                    StoryEvents.opened(someone, SOCIAL_SERVICES, JUNE),
                    StoryEvents.referred(JUNE, LocalDate.of(2021, 1, 1 + day / 2)));
            expected.add(someone.caseId().toString());
        }
        var seen = new ArrayList<String>();
        var rows = new ArrayList<String>();
        var dues = new ArrayList<String>();
        var path = "/api/work-lists/deadlines?limit=3";
        var after = "";
        do {
            var answer = world.get(manager, path + after, position);
            assertThat(answer.status()).as(answer.body()).isEqualTo(200);
            var page = answer.json();
            page.path("items").values().forEach(item -> {
                seen.add(item.path("caseId").asString());
                rows.add(item.toString());
                dues.add(item.path("due").asString());
            });
            after = page.path("next").isNull()
                    ? ""
                    : "&after=" + page.path("next").asString();
        } while (!after.isEmpty());
        assertThat(rows).as("a case may have several deadlines, but each once").doesNotHaveDuplicates();
        assertThat(seen).containsAll(expected);
        assertThat(dues).isSorted();
    }

    @Test
    void a_page_ends_where_its_reader_sees_and_its_cursor_tells_of_nobody() {
        var stockholm = LaneId.of("0180:LABOUR_MARKET");
        var people = new ArrayList<Someone>();
        for (var day = 1; day <= 4; day++) {
            var someone = world.someone(stockholm);
            people.add(someone);
            var referral = StoryEvents.referred(JUNE, LocalDate.of(2022, 6, day), stockholm);
            position = world.happened(someone, StoryEvents.opened(someone, SOCIAL_SERVICES, JUNE), referral);
        }
        world.protect(people.get(1));
        world.protect(people.get(3));
        var reader = world.token("stina", "0180", Role.MUNICIPAL_MANAGER);
        var path = "/api/work-lists/deadlines?limit=1";
        var first = world.get(reader, path, position).json();
        assertThat(first.at("/items/0/caseId").asString())
                .isEqualTo(people.get(0).caseId().toString());
        var next = first.path("next").asString();
        assertThat(new String(Base64.getUrlDecoder().decode(next), StandardCharsets.ISO_8859_1))
                .doesNotContain(people.get(0).caseId().toString())
                .doesNotContain(people.get(1).caseId().toString());
        assertThat(world.get(reader, "/api/work-lists/awaiting?after=" + next).code())
                .isEqualTo("INVALID_REQUEST");
        var last = world.get(reader, path + "&after=" + next, position).json();
        assertThat(last.at("/items/0/caseId").asString())
                .isEqualTo(people.get(2).caseId().toString());
        assertThat(last.path("next").isNull()).isTrue();
    }

    @Test
    void what_cannot_be_read_is_refused_and_roles_without_a_lane_are_not_allowed() {
        assertThat(world.get(caseworker, "/api/work-lists/theirs").code()).isEqualTo("NO_SUCH_RESOURCE");
        assertThat(world.get(caseworker, "/api/work-lists/mine?after=x").code()).isEqualTo("INVALID_REQUEST");
        assertThat(world.get(caseworker, "/api/work-lists/mine?limit=0").code()).isEqualTo("INVALID_REQUEST");
        assertThat(world.get(caseworker, "/api/work-lists/mine?limit=201").code())
                .isEqualTo("INVALID_REQUEST");
        assertThat(world.get(world.token("tor", "P-KOMPETENS", Role.PROVIDER_TUTOR), "/api/work-lists/mine")
                        .code())
                .isEqualTo("NOT_ALLOWED");
    }

    private List<String> of(String token, String list, Someone someone) {
        return items(token, list, someone).stream()
                .map(item -> item.at("/what/code").asString())
                .toList();
    }

    private JsonNode item(String token, String list, Someone someone) {
        return items(token, list, someone).getFirst();
    }

    private List<JsonNode> items(String token, String list, Someone someone) {
        var answer = world.get(token, "/api/work-lists/" + list + "?limit=200", position);
        assertThat(answer.status()).isEqualTo(200);
        return answer.json().path("items").values().stream()
                .filter(item ->
                        item.path("caseId").asString().equals(someone.caseId().toString()))
                .toList();
    }
}

package se.samplan.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.samplan.QueryTest;
import se.samplan.QueryWorld;
import se.samplan.QueryWorld.Someone;
import se.samplan.casework.LaneId;
import se.samplan.caseworker.AssignmentId;
import se.samplan.caseworker.CaseworkerEvent.CaseHandedOver;
import se.samplan.caseworker.CaseworkerEvent.CaseworkerAssigned;
import se.samplan.caseworker.CaseworkerEvent.ResponsibilityEnded;
import se.samplan.organisation.Mandate;
import se.samplan.organisation.Role;
import se.samplan.organisation.StaffId;
import se.samplan.plans.StoryEvents;

/**
 * The law that no case is in nobody's list: whoever was, is or is no longer responsible, and whoever is protected, each
 * open case is listed for somebody present who can open it.
 */
@QueryTest
class EveryCaseIsListedTest {

    private static final Instant JUNE = Instant.parse("2022-06-01T09:00:00Z");
    private static final long SEED = Long.getLong("samplan.law.seed", 20220615);
    private static final int CASES = Integer.getInteger("samplan.law.cases", 60);
    private static final String ORGANISATION = "1490";
    private static final LaneId LANE = LaneId.of("1490:LABOUR_MARKET");

    @Autowired
    private QueryWorld world;

    private final Random random = new Random(SEED);
    private final List<Colleague> colleagues = new ArrayList<>();

    /** A caseworker of the lane, with her appointment and what of her there is to see. */
    private record Colleague(StaffId staffId, String token, boolean present) {}

    @BeforeEach
    void appoint() {
        world.ready();
        world.time().standAt(QueryWorld.NOW);
        for (var i = 0; i < 8; i++) {
            colleagues.add(colleague("law-" + i, i < 6, i % 2 == 0));
        }
    }

    private Colleague colleague(String name, boolean present, boolean mandated) {
        var mandates = mandated ? new Mandate[] {Mandate.PROTECTED_IDENTITIES} : new Mandate[0];
        var staffId = world.appointed(name, ORGANISATION, Role.MUNICIPAL_CASEWORKER, mandates);
        var token = world.token(name, ORGANISATION, Role.MUNICIPAL_CASEWORKER, mandates);
        if (!present) {
            world.left(staffId, QueryWorld.NOW);
        }
        return new Colleague(staffId, token, present);
    }

    @Test
    void every_open_case_is_listed_for_somebody_present_who_can_open_it() {
        var cases = new ArrayList<Someone>();
        var position = 0L;
        for (var i = 0; i < CASES; i++) {
            var someone = world.someone(LANE, StoryEvents.SOCIAL_SERVICES);
            cases.add(someone);
            position = happened(someone);
            if (random.nextInt(3) == 0) {
                world.protect(someone);
            }
        }
        var listed = new HashMap<String, Set<String>>();
        for (var colleague : colleagues) {
            if (colleague.present()) {
                listed.put(colleague.token(), new TreeSet<>(both(colleague.token(), position)));
            }
        }

        for (var someone : cases) {
            assertThat(listed.entrySet())
                    .as("case %d of seed %d", cases.indexOf(someone), SEED)
                    .anyMatch(each ->
                            each.getValue().contains(someone.caseId().toString()) && canOpen(each.getKey(), someone));
            assertThat(listed.entrySet())
                    .as("only whoever can open it")
                    .noneMatch(each ->
                            each.getValue().contains(someone.caseId().toString()) && !canOpen(each.getKey(), someone));
        }
    }

    /** A referral that waits for its answer, and a chain of people who were responsible. */
    private long happened(Someone someone) {
        var position = world.happened(
                someone,
                StoryEvents.opened(someone, StoryEvents.SOCIAL_SERVICES, JUNE),
                StoryEvents.referred(JUNE, LocalDate.of(2022, 6, 14), LANE));
        @Nullable StaffId before = null;
        for (var i = random.nextInt(4); i > 0; i--) {
            var next = colleagues.get(random.nextInt(colleagues.size())).staffId();
            var at = JUNE.plusSeconds(60L * (4 - i));
            var assignment = AssignmentId.random();
            position = world.happened(
                    someone,
                    before == null
                            ? new CaseworkerAssigned(assignment, LANE, next, at)
                            : new CaseHandedOver(assignment, LANE, before, next, null, at));
            before = next;
            if (random.nextInt(4) == 0) {
                position = world.happened(someone, new ResponsibilityEnded(assignment, LANE, at.plusSeconds(30)));
                before = null;
            }
        }
        return position;
    }

    private boolean canOpen(String token, Someone someone) {
        return world.get(token, "/api/participants/" + someone.participant() + "/plans")
                        .status()
                == 200;
    }

    private List<String> both(String token, long position) {
        var cases = new ArrayList<String>();
        for (var list : List.of("mine", "unassigned")) {
            var next = "";
            do {
                var answer = world.get(token, "/api/work-lists/" + list + "?limit=200" + next, position);
                assertThat(answer.status()).isEqualTo(200);
                answer.json()
                        .path("items")
                        .values()
                        .forEach(item -> cases.add(item.path("caseId").asString()));
                var cursor = answer.json().path("next");
                next = cursor.isNull() || cursor.isMissingNode() ? "" : "&after=" + cursor.asString();
            } while (!next.isEmpty());
        }
        return cases;
    }
}

package se.samplan.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import se.samplan.QueryWorld;
import se.samplan.SettableClock;
import se.samplan.access.AccessRefusal;
import se.samplan.access.Actor;
import se.samplan.access.TokenIdentity;
import se.samplan.organisation.OrganisationId;
import se.samplan.organisation.Role;
import se.samplan.organisation.StaffId;
import se.samplan.refusal.Rejected;

/** Who may see figures while the appointments are away: whoever was known a little while ago, and nobody else. */
class ReportCallersTest {

    private static final Instant NOW = QueryWorld.NOW;
    private static final TokenIdentity SIV = new TokenIdentity("siv", new OrganisationId("1481"), Role.REPORT_MAKER);
    private static final TokenIdentity RUT = new TokenIdentity("rut", new OrganisationId("1481"), Role.REPORT_MAKER);

    private final SettableClock clock = SettableClock.standingAt(NOW);
    private RuntimeException failure = new Rejected(AccessRefusal.NOT_APPOINTED);
    private boolean fails;
    private final ReportCallers callers = new ReportCallers(this::find, clock);

    @Test
    void an_answer_counts_for_a_quarter_of_an_hour() {
        var known = callers.of(SIV);
        away();

        clock.standAt(NOW.plus(ReportCallers.REMEMBERED).minusMillis(1));
        assertThat(callers.of(SIV)).isEqualTo(known);
        clock.standAt(NOW.plus(ReportCallers.REMEMBERED));
        assertThatThrownBy(() -> callers.of(SIV)).isSameAs(failure);
    }

    @Test
    void whoever_was_not_known_is_not_let_in() {
        callers.of(SIV);
        away();

        assertThatThrownBy(() -> callers.of(RUT)).isSameAs(failure);
    }

    @Test
    void whoever_is_no_longer_appointed_is_forgotten() {
        callers.of(SIV);
        fails = true;
        assertThatThrownBy(() -> callers.of(SIV)).isSameAs(failure);

        away();

        assertThatThrownBy(() -> callers.of(SIV)).isSameAs(failure);
    }

    @Test
    void another_failure_than_an_outage_is_none_to_go_on_through() {
        callers.of(SIV);
        fails = true;
        failure = new IllegalStateException("a defect");

        assertThatThrownBy(() -> callers.of(SIV)).isSameAs(failure);
    }

    @Test
    void callers_that_come_at_once_are_all_remembered() throws InterruptedException {
        var identities = IntStream.range(0, 64)
                .mapToObj(number -> new TokenIdentity("siv" + number, new OrganisationId("1481"), Role.REPORT_MAKER))
                .toList();
        var calls = identities.stream()
                .<Callable<Actor>>map(identity -> () -> callers.of(identity))
                .toList();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            assertThat(threads.invokeAll(calls)).allMatch(call -> call.state() == Future.State.SUCCESS);
        }
        away();

        assertThat(identities)
                .allMatch(identity -> callers.of(identity).subject().equals(identity.subject()));
    }

    private void away() {
        fails = true;
        failure = new DataAccessResourceFailureException("away", new SQLException("away", "08006"));
    }

    private Actor find(TokenIdentity identity) {
        if (fails) {
            throw failure;
        }
        return new Actor(
                StaffId.random(),
                identity.subject(),
                identity.organisation(),
                identity.role(),
                identity.lane(),
                Set.of());
    }
}

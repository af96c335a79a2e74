package se.samplan.client.caseload;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Sends the operator's orders; what is there already is left as it is. */
final class SetupRun {

    /** Somebody's appointment as Samplan has it. */
    private record AppointedStaff(String staffId, boolean ended) {}

    private final Api api;
    private final String keys;
    private final StaffIds staff;
    private final Consumer<List<String>> done;
    private final Map<String, Map<String, AppointedStaff>> known = new HashMap<>();

    /**
     * Prepares a run.
     *
     * @param keys begins the idempotency keys
     * @param done hears after each order of the events that it made
     */
    SetupRun(Api api, String keys, StaffIds staff, Consumer<List<String>> done) {
        this.api = api;
        this.keys = keys;
        this.staff = staff;
        this.done = done;
    }

    void send(List<Setup.Order> orders) throws CommandFailed {
        for (int i = 0; i < orders.size(); i++) {
            done.accept(send(orders.get(i), keys + "-setup-" + i));
        }
    }

    private List<String> send(Setup.Order order, String key) throws CommandFailed {
        return switch (order) {
            case Setup.Order.Prepare prepare -> post(prepare, key, "").status() == 409 ? List.of() : eventsOf(order);
            case Setup.Order.Appoint appoint -> appoint(appoint, key);
            case Setup.Order.EndAppointment ending -> end(ending, key);
        };
    }

    private List<String> appoint(Setup.Order.Appoint order, String key) throws CommandFailed {
        var there = known(order.actor());
        if (there != null) {
            staff.put(order.actor(), there.staffId());
            return List.of();
        }
        staff.put(order.actor(), post(order, key, "").body().path("staffId").asString());
        return eventsOf(order);
    }

    private List<String> end(Setup.Order.EndAppointment order, String key) throws CommandFailed {
        var there = known(order.actor());
        if (there != null && there.ended()) {
            return List.of();
        }
        post(order, key, staff.of(order.actor()));
        return eventsOf(order);
    }

    private static List<String> eventsOf(Setup.Order order) {
        return List.of(order.event());
    }

    private ApiAnswer post(Setup.Order order, String key, String staffId) throws CommandFailed {
        var request =
                RequestFactory.of(Tokens.OPERATOR, order.call(), Map.of(), key, name -> staffId, ref -> ref.toString());
        var answer = api.send(request);
        if (!answer.isDone() && !(answer.status() == 409 && order instanceof Setup.Order.Prepare)) {
            throw CommandFailed.refused(request.template(), answer);
        }
        return answer;
    }

    private @Nullable AppointedStaff known(StaffActor actor) throws CommandFailed {
        var ofOrganisation = known.get(actor.organisation());
        if (ofOrganisation == null) {
            ofOrganisation = read(actor.organisation());
            known.put(actor.organisation(), ofOrganisation);
        }
        return ofOrganisation.get(actor.role() + " " + actor.person());
    }

    private Map<String, AppointedStaff> read(String organisation) throws CommandFailed {
        var template = "/api/staff";
        var answer = api.send(Request.read(Tokens.OPERATOR, template, template + "?organisation=" + organisation));
        if (!answer.isDone()) {
            throw CommandFailed.refused(template, answer);
        }
        var read = new HashMap<String, AppointedStaff>();
        for (var entry : answer.body().path("staff")) {
            boolean ended =
                    !entry.path("to").isMissingNode() && !entry.path("to").isNull();
            read.put(
                    entry.path("role").asString("") + " "
                            + entry.path("subject").asString(""),
                    new AppointedStaff(entry.path("staffId").asString(""), ended));
        }
        return read;
    }
}

package se.samplan.client.caseload;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;

/** Sends one person's story, step by step. */
final class PersonRun {

    private static final String WHY_LEFT_OPEN = "Följs upp av den som är ansvarig; deltagaren är informerad.";

    private final Api api;
    private final StaffIds staff;
    private final String keys;
    private final String identityNumber;
    private final Consumer<Step> done;
    private final Map<String, String> ids = new HashMap<>();

    /**
     * Prepares a run.
     *
     * @param keys begins the idempotency keys of the person's commands
     * @param done hears of every step that was acknowledged
     */
    PersonRun(Api api, StaffIds staff, String keys, String identityNumber, Consumer<Step> done) {
        this.api = api;
        this.staff = staff;
        this.keys = keys;
        this.identityNumber = identityNumber;
        this.done = done;
    }

    void send(List<Step> steps) throws CommandFailed {
        for (int i = 0; i < steps.size(); i++) {
            send(steps.get(i), keys + "-" + i);
            done.accept(steps.get(i));
        }
    }

    private void send(Step step, String key) throws CommandFailed {
        var more = new HashMap<String, Object>();
        more.put(step.timeField(), RequestFactory.instant(step.at()));
        if (step instanceof EnrolmentStep.End end) {
            var open = open(end);
            if (!open.isEmpty()) {
                more.put("leftOpen", open);
                more.put("leftOpenReason", WHY_LEFT_OPEN);
            }
        }
        var call = step.call();
        var request = RequestFactory.of(step.by(), call, more, key, this::id, this::value);
        var answer = api.send(request);
        if (!answer.isDone()) {
            throw CommandFailed.refused(request.template(), answer);
        }
        remember(step, call, answer, request.template());
    }

    /** What the closing check shows to the caseworker who ends the enrolment. */
    private List<String> open(EnrolmentStep.End end) throws CommandFailed {
        var path = "/api/cases/" + id("case") + "/enrolments/" + id(end.enrolment()) + "/closing-check";
        var template = "/api/cases/{case}/enrolments/{enrolment}/closing-check";
        var answer = api.send(Request.read(end.by(), template, path));
        if (!answer.isDone()) {
            throw CommandFailed.refused(template, answer);
        }
        return StreamSupport.stream(answer.body().path("open").spliterator(), false)
                .map(entry -> entry.path("entry").asString())
                .toList();
    }

    private void remember(Step step, Call call, ApiAnswer answer, String template) throws CommandFailed {
        if (step instanceof RegisterStep.Register) {
            ids.put("participant", idFrom(answer, "participantId", template));
            ids.put("case", idFrom(answer, "caseId", template));
        }
        if (call.makes() != null && call.idField() != null) {
            ids.put(call.makes(), idFrom(answer, call.idField(), template));
        }
        if (step instanceof ActivityStep.Plan plan && plan.collides()) {
            var collision =
                    answer.body().path("collisions").path(0).path("collisionId").asString("");
            if (collision.isEmpty()) {
                throw CommandFailed.unexpected(template, "the answer tells of no collision");
            }
            ids.put(ActivityStep.COLLISION, collision);
        }
    }

    private static String idFrom(ApiAnswer answer, String field, String template) throws CommandFailed {
        var id = answer.body().path(field).asString("");
        if (id.isEmpty()) {
            throw CommandFailed.unexpected(template, "the answer has no " + field);
        }
        return id;
    }

    private String id(String name) {
        var id = ids.get(name);
        if (id == null) {
            throw new IllegalStateException("nothing named " + name + " was made");
        }
        return id;
    }

    private Object value(Call.Ref ref) {
        return switch (ref) {
            case Call.Ref.Entry entry -> id(entry.name());
            case Call.Ref.Staff who -> staff.of(who.actor());
            case Call.Ref.IdentityNumber _ -> identityNumber;
        };
    }
}

package se.samplan.web;

import static java.util.Map.entry;
import static se.samplan.web.TestStaff.CASEWORKER;
import static se.samplan.web.TestStaff.SOCIAL_WORKER_1;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.axonframework.commandhandling.CommandBus;

/** Ways to be refused before anybody decides. */
final class RefusalsAtTheDoor {

    /** As many commands as the command side takes at once. */
    private static final int PLACES = 16;

    private RefusalsAtTheDoor() {}

    static Map<String, Supplier<HttpAnswer>> all() {
        return Map.ofEntries(
                entry("UNAUTHENTICATED", () -> new TestClient(Running.shared(), null).post("/api/participants", "{}")),
                entry("TOKEN_INCOMPLETE", () -> new TestClient(Running.shared(), TestIssuer.of(Map.of("sub", "x")))
                        .post("/api/participants", "{'identityNumber':'%s'}".formatted(Scene.freshNumber()))),
                entry("NOT_ALLOWED", () -> Scene.ofAll().post(SOCIAL_WORKER_1, "enrolments", "{}")),
                entry("INVALID_REQUEST", () -> Scene.ofAll()
                        .post(CASEWORKER, "plans", "{'from':'" + Marks.TEXT + "'}")),
                entry("NO_SUCH_RESOURCE", () -> CASEWORKER.client().get("/api/nothing")),
                entry("UNKNOWN_CASE", () -> CASEWORKER.post("/api/cases/" + UUID.randomUUID() + "/enrolments", "{}")),
                entry("METHOD_NOT_ALLOWED", () -> CASEWORKER.client().get("/api/participants")),
                entry(
                        "UNSUPPORTED_MEDIA_TYPE",
                        () -> CASEWORKER.client().send("POST", "/api/participants", "{}", "text/plain")),
                entry("TOO_LARGE", RefusalsAtTheDoor::oneByteTooMany),
                entry("UNFORESEEN", RefusalsAtTheDoor::whereTheProgramFails),
                entry("HISTORY_NOT_READABLE", () -> {
                    var scene = Scene.ofAll();
                    scene.enrolled();
                    Tomorrow.tells(Running.shared(), scene.caseId());
                    return scene.post(CASEWORKER, "plans", "{'from':'2026-01-01'}");
                }),
                entry("IDEMPOTENCY_KEY_REUSED", () -> {
                    var scene = Scene.ofAll();
                    var key = UUID.randomUUID().toString();
                    scene.post(CASEWORKER, "plans", "{'from':'2026-01-01'}", "Idempotency-Key", key)
                            .done();
                    return scene.post(CASEWORKER, "plans", "{'from':'2026-01-02'}", "Idempotency-Key", key);
                }),
                entry("IDEMPOTENCY_KEY_TOO_LONG", () -> Scene.ofAll()
                        .post(CASEWORKER, "enrolments", "{}", "Idempotency-Key", "k".repeat(201))),
                entry("IDEMPOTENCY_KEY_UNREADABLE", () -> Scene.ofAll()
                        .post(CASEWORKER, "enrolments", "{}", "Idempotency-Key", " ")),
                entry("IF_MATCH_UNREADABLE", () -> Scene.ofAll()
                        .post(CASEWORKER, "enrolments", "{}", "If-Match", "no tag")),
                entry("STORE_NOT_REACHABLE", RefusalsAtTheDoor::whereTheConnectionIsLost),
                entry("TRY_AGAIN", RefusalsAtTheDoor::whereAnotherIsAlwaysFaster),
                entry("TOO_BUSY", RefusalsAtTheDoor::whereEveryPlaceIsTaken));
    }

    private static HttpAnswer oneByteTooMany() {
        var scene = Scene.ofAll();
        var plan = "{'from':'2026-01-01'}";
        var longest = plan + " ".repeat(256 * 1024 - plan.length());
        scene.post(CASEWORKER, "plans", longest).done();
        return scene.post(CASEWORKER, "plans", longest + " ");
    }

    private static HttpAnswer whereTheProgramFails() {
        var scene = Scene.ofAll();
        try (var _ = Running.shared().bean(CommandBus.class).registerHandlerInterceptor((unit, chain) -> {
            throw new IllegalStateException(Marks.TEXT);
        })) {
            return scene.post(CASEWORKER, "plans", "{'from':'2026-01-01'}");
        }
    }

    private static HttpAnswer whereTheConnectionIsLost() {
        var scene = Scene.ofAll();
        var running = Running.shared();
        try (var _ = running.bean(CommandBus.class).registerHandlerInterceptor((unit, chain) -> {
            running.database().sql("""
                            select pg_terminate_backend(pid, 5000) from pg_stat_activity
                            where datname = current_database() and state = 'idle in transaction'""").query(Boolean.class).list();
            return chain.proceed();
        })) {
            return scene.post(CASEWORKER, "plans", "{'from':'2026-01-01'}");
        }
    }

    private static HttpAnswer whereAnotherIsAlwaysFaster() {
        var scene = Scene.ofAll();
        scene.enrolled();
        var running = Running.shared();
        try (var _ = running.bean(CommandBus.class).registerHandlerInterceptor((unit, chain) -> {
            var result = chain.proceed();
            Tomorrow.repeatsToday(running, scene.caseId());
            return result;
        })) {
            return scene.post(CASEWORKER, "plans", "{'from':'2026-01-01'}");
        }
    }

    private static HttpAnswer whereEveryPlaceIsTaken() {
        var scene = Scene.ofAll();
        var inside = new CountDownLatch(PLACES);
        var leave = new CountDownLatch(1);
        try (var _ = Running.shared()
                .bean(CommandBus.class)
                .registerDispatchInterceptor(messages -> (index, message) -> {
                    inside.countDown();
                    await(leave);
                    return message;
                })) {
            var answers = Together.times(PLACES + 1, i -> {
                if (i < PLACES) {
                    return scene.post(CASEWORKER, "plans", "{'from':'2026-01-01'}");
                }
                await(inside);
                try {
                    return scene.post(CASEWORKER, "plans", "{'from':'2026-01-01'}");
                } finally {
                    leave.countDown();
                }
            });
            answers.subList(0, PLACES).forEach(HttpAnswer::done);
            return answers.getLast();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

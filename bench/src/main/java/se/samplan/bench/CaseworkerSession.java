package se.samplan.bench;

import java.io.IOException;
import java.net.URI;
import java.time.LocalDate;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A caseworker at a connection of her own, who registers a person, agrees on a plan, and plans, starts and completes its
 * activities, one command at a time; then the next person. A case gets as many events as a usual one.
 */
final class CaseworkerSession implements Load.Worker, AutoCloseable {

    private static final int ACTIVITIES = 6;

    /** Of one person's, from the registration to the last activity. */
    static final int COMMANDS = 3 + 3 * ACTIVITIES;

    private static final int OF_A_DAY = 1000;

    private final Http http;
    private final String token;
    private final AtomicInteger numbers;
    private int chapter;
    private String participant = "";
    private String path = "";
    private String plan = "";
    private String activity = "";

    /** Whose people are numbered on from these, which all stories of a cluster share. */
    CaseworkerSession(URI url, String token, AtomicInteger numbers) throws IOException {
        this.http = new Http(url);
        this.token = token;
        this.numbers = numbers;
    }

    @Override
    public void once() throws IOException {
        next();
    }

    /** Sends the next command. */
    Http.HttpReply next() throws IOException {
        var answer =
                switch (chapter) {
                    case 0 -> registers();
                    case 1 -> drafts();
                    case 2 -> post("plans/" + plan + "/agreement", "{}");
                    default ->
                        switch (chapter % 3) {
                            case 0 -> plans();
                            case 1 -> post("activities/" + activity + "/start", "{}");
                            default -> post("activities/" + activity + "/completion", "{}");
                        };
                };
        chapter = (chapter + 1) % COMMANDS;
        return answer;
    }

    /** Whom it is about at the moment. */
    String participant() {
        return participant;
    }

    private Http.HttpReply registers() throws IOException {
        var answer = send("/api/participants", "{\"identityNumber\":\"" + freshNumber() + "\"}");
        participant = answer.text("participantId");
        path = "/api/cases/" + answer.text("caseId") + "/";
        return answer;
    }

    private Http.HttpReply drafts() throws IOException {
        var answer = post("plans", "{\"from\":\"2026-01-01\"}");
        plan = answer.text("planId");
        return answer;
    }

    private Http.HttpReply plans() throws IOException {
        var answer = post(
                "activities",
                "{\"kind\":\"COACHING\",\"from\":\"2026-01-01\",\"hoursPerWeek\":4,\"planId\":\"" + plan + "\"}");
        activity = answer.text("activityId");
        return answer;
    }

    private Http.HttpReply post(String below, String body) throws IOException {
        return send(path + below, body);
    }

    private Http.HttpReply send(String to, String body) throws IOException {
        return http.post(
                        to,
                        body,
                        "Authorization",
                        "Bearer " + token,
                        "Idempotency-Key",
                        UUID.randomUUID().toString())
                .done();
    }

    /** An interim number; such numbers are no person's. */
    private String freshNumber() {
        var next = numbers.getAndIncrement();
        var day = LocalDate.of(1940, 1, 1).plusDays(next / OF_A_DAY);
        return "%s-T%03d".formatted(day.toString().replace("-", ""), next % OF_A_DAY);
    }

    @Override
    public void close() throws IOException {
        http.close();
    }
}

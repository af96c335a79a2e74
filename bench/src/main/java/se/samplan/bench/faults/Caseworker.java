package se.samplan.bench.faults;

import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicInteger;

/** Registers a person, agrees on a plan, and plans, starts and completes its activities; then the next person. */
final class Caseworker {

    private static final int ACTIVITIES = 4;
    private static final int OF_A_DAY = 1000;

    private final SamplanClients clients;
    private final AtomicInteger numbers;
    private final int first;
    private int chapter;
    private String participant = "";
    private String path = "";
    private String plan = "";
    private String activity = "";

    /** Sends to the client at index {@code first} first; numbers its people from {@code numbers}. */
    Caseworker(SamplanClients clients, int first, AtomicInteger numbers) {
        this.clients = clients;
        this.first = first;
        this.numbers = numbers;
    }

    /** Sends the next command and waits until it is acknowledged. */
    SamplanClient.HttpReply next() throws InterruptedException {
        var answer =
                switch (chapter) {
                    case 0 -> registers();
                    case 1 -> drafts();
                    case 2 -> post("plans/" + plan + "/agreement", "{}", "PlanAgreed", "");
                    default ->
                        switch (chapter % 3) {
                            case 0 -> plans();
                            case 1 -> post("activities/" + activity + "/start", "{}", "ActivityStarted", "");
                            default -> post("activities/" + activity + "/completion", "{}", "ActivityCompleted", "");
                        };
                };
        chapter = chapter == 2 + 3 * ACTIVITIES ? 0 : chapter + 1;
        return answer;
    }

    /** Where the plans are shown of whom it is about at the moment. */
    String shown() {
        return "/api/participants/" + participant + "/plans";
    }

    private SamplanClient.HttpReply registers() throws InterruptedException {
        var answer = clients.send(
                new SamplanClients.Command(
                        "/api/participants",
                        "{\"identityNumber\":\"" + freshNumber() + "\"}",
                        "ParticipantRegistered",
                        "participantId"),
                first);
        participant = answer.text("participantId");
        path = "/api/cases/" + answer.text("caseId") + "/";
        return answer;
    }

    private SamplanClient.HttpReply drafts() throws InterruptedException {
        var answer = post("plans", "{\"from\":\"2026-01-01\"}", "PlanDrafted", "planId");
        plan = answer.text("planId");
        return answer;
    }

    private SamplanClient.HttpReply plans() throws InterruptedException {
        var answer = post(
                "activities",
                "{\"kind\":\"COACHING\",\"from\":\"2026-01-01\",\"hoursPerWeek\":4,\"planId\":\"" + plan + "\"}",
                "ActivityPlanned",
                "activityId");
        activity = answer.text("activityId");
        return answer;
    }

    private SamplanClient.HttpReply post(String below, String body, String event, String mints)
            throws InterruptedException {
        return clients.send(new SamplanClients.Command(path + below, body, event, mints), first);
    }

    /** An interim number; such numbers are no person's. */
    private String freshNumber() {
        var next = numbers.getAndIncrement();
        var day = LocalDate.of(1940, 1, 1).plusDays(next / OF_A_DAY);
        return "%s-T%03d".formatted(day.toString().replace("-", ""), next % OF_A_DAY);
    }
}

package se.samplan.client.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import se.samplan.client.BoundedExchange;
import se.samplan.client.DemoIssuer;
import se.samplan.client.contract.Contract.Operation;
import tools.jackson.databind.node.JsonNodeFactory;

/** Sends so many generated requests to a running Samplan, by people of all roles, and judges every answer. */
public final class GeneratedRun {

    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(30);

    /** Of one fault of an operation, more are the same again. */
    private static final int SHOWN = 1;

    /** The demo issuer's clients. */
    private static final List<String> ROLES = List.of(
            "social-worker",
            "municipal-caseworker",
            "municipal-manager",
            "agency-caseworker",
            "agency-manager",
            "auditor",
            "report-maker",
            "operator");

    /** Registering comes first: without people there is nothing to do. */
    private static final String REGISTERING = "/api/participants";

    private static final int PEOPLE = 2;
    private static final int OF_A_DAY = 900;
    private static final int DAYS = 12_000;

    /** Other operations are less often refused for what they rest on. */
    private static final int WEIGHT_OF_WRITES = 3;

    private final Random random;
    private final Contract contract;
    private final Known known;
    private final Requests requests;
    private final Judge judge;
    private final List<String> roles;
    private final URI samplan;
    private final Map<String, Integer> faults = new LinkedHashMap<>();
    private final List<String> shown = new ArrayList<>();
    private final Map<String, Map<Integer, Integer>> statuses = new TreeMap<>();
    private final List<String> people = new ArrayList<>();

    /** Told of every request that was answered. */
    @FunctionalInterface
    public interface Watcher {
        void answered(int done, int faults);
    }

    private GeneratedRun(URI samplan, long seed, Contract contract, Map<String, String> tokens) {
        this.samplan = samplan;
        this.contract = contract;
        random = new Random(seed);
        known = new Known(random);
        var values = new Values(contract, known, random, byName());
        requests = new Requests(contract, known, values, random, tokens);
        judge = new Judge(contract);
        roles = List.copyOf(tokens.keySet());
    }

    /** Sends them, with tokens of the demo issuer. */
    public static GeneratedRun send(URI samplan, long seed, int count, Watcher watcher)
            throws IOException, InterruptedException {
        var contract = Contract.read(BoundedExchange.within(
                        LONGEST_ANSWER,
                        HttpClient.newHttpClient(),
                        HttpRequest.newBuilder(samplan.resolve("/v3/api-docs")).build())
                .body());
        var tokens = new LinkedHashMap<String, String>();
        var issuer = new DemoIssuer(samplan);
        ROLES.forEach(role -> tokens.put(role, issuer.token(role, null, null)));
        var run = new GeneratedRun(samplan, seed, contract, tokens);
        run.go(count, watcher);
        return run;
    }

    private void go(int count, Watcher watcher) throws IOException {
        try (var connection = new RawConnection(samplan)) {
            for (var operation : contract.operations()) {
                if (operation.path().equals("/api/me")) {
                    roles.forEach(role -> whoIs(connection, operation, role));
                }
            }
            var weighted = contract.operations().stream()
                    .flatMap(each -> Collections.nCopies(weight(each), each).stream())
                    .toList();
            for (int done = 0; done < count; done++) {
                var operation =
                        done < PEOPLE * roles.size() ? registering() : weighted.get(random.nextInt(weighted.size()));
                var request = done < PEOPLE * roles.size()
                        ? requests.valid(operation, roles.get(done % roles.size()))
                        : requests.next(operation);
                exchange(connection, request);
                watcher.answered(done + 1, faults.size());
            }
        }
    }

    private static int weight(Operation operation) {
        return operation.method().equals("POST") && operation.path().contains("{caseId}") ? WEIGHT_OF_WRITES : 1;
    }

    private Operation registering() {
        return contract.operations().stream()
                .filter(each -> each.path().equals(REGISTERING))
                .findFirst()
                .orElseThrow();
    }

    private void whoIs(RawConnection connection, Operation operation, String role) {
        try {
            var answer = exchange(connection, requests.valid(operation, role));
            var me = Judge.parsed(answer);
            known.spare(me == null ? "" : me.path("staffId").asString(""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private RawConnection.Answer exchange(RawConnection connection, GeneratedRequest request) throws IOException {
        RawConnection.Answer answer;
        try {
            answer = connection.exchange(request.method(), request.message(samplan.getAuthority()));
        } catch (IOException e) {
            connection.close();
            note(request, "no answer: " + e.getClass().getSimpleName(), "");
            return new RawConnection.Answer(0, Map.of(), "");
        }
        judge.faults(request, answer).forEach(fault -> note(request, fault, answer.body()));
        var operation = request.operation();
        if (operation != null) {
            statuses.computeIfAbsent(operation.id(), none -> new TreeMap<>()).merge(answer.status(), 1, Integer::sum);
        }
        answer.headers().forEach(known::hear);
        if (answer.status() < 300 && answer.mediaType().equals("application/json")) {
            var body = Judge.parsed(answer);
            known.learn(request, body == null ? JsonNodeFactory.instance.nullNode() : body);
        }
        return answer;
    }

    private void note(GeneratedRequest request, String fault, String answer) {
        var operation = request.operation();
        var about = (operation == null ? "beside the contract" : operation.id()) + ": " + fault;
        if (faults.merge(about, 1, Integer::sum) <= SHOWN) {
            shown.add(GeneratedRequest.masked(about) + "\n  " + request.curl(samplan.toString()) + "\n  "
                    + GeneratedRequest.masked(answer));
        }
    }

    /** Texts that no schema leads to: numbers with their check digit, and the year of a report. */
    private Map<String, Supplier<String>> byName() {
        return Map.of(
                "identityNumber", this::identityNumber,
                "employer", () -> random.nextBoolean() ? "212000-0142" : "202100-2114",
                "year", () -> Integer.toString(LocalDate.now(ZoneOffset.UTC).getYear() - random.nextInt(3)));
    }

    /** An interim number, which is no person's; often one that another organisation has registered. */
    private String identityNumber() {
        if (people.isEmpty() || random.nextInt(3) == 0) {
            int next = random.nextInt(OF_A_DAY * DAYS);
            var day = LocalDate.of(1950, 1, 1).plusDays(next / OF_A_DAY);
            people.add(day.toString().replace("-", "") + "-T%03d".formatted(next % OF_A_DAY + 1));
        }
        return people.get(random.nextInt(people.size()));
    }

    /** What was not as the contract has it: each kind once, with a command that shows it again. */
    public List<String> faults() {
        return List.copyOf(shown);
    }

    /** The operations that never succeeded. */
    public List<String> neverDone() {
        return contract.operations().stream()
                .map(Operation::id)
                .filter(id ->
                        statuses.getOrDefault(id, Map.of()).keySet().stream().noneMatch(status -> status < 300))
                .toList();
    }

    public int operations() {
        return contract.operations().size();
    }

    /** How often each operation was answered with each status. */
    public String table() {
        return statuses.entrySet().stream()
                .map(each -> "| `%s` | %s |%n"
                        .formatted(
                                each.getKey(),
                                each.getValue().entrySet().stream()
                                        .map(status -> status.getKey() + ": " + status.getValue())
                                        .collect(Collectors.joining(", "))))
                .collect(Collectors.joining("", "| Operation | Answers |\n|---|---|\n", ""));
    }
}

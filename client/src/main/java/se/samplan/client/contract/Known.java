package se.samplan.client.contract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What earlier answers named: with it requests meet what is there. */
final class Known {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final String CASE = "caseId";

    /** More are not kept of a kind: what is new is more likely to be open still. */
    private static final int MOST = 16;

    /** Of a text, longer ones are no codes. */
    private static final int LONGEST_TEXT = 60;

    private final Map<String, List<String>> idsByName = new HashMap<>();
    private final Map<String, Map<String, List<String>>> idsOfCases = new HashMap<>();
    private final Map<String, List<Map<String, String>>> entries = new HashMap<>();
    private final Map<String, List<String>> rolesOfCases = new HashMap<>();
    private final Map<String, List<String>> rolesOfOperations = new HashMap<>();
    private final Map<String, List<String>> texts = new TreeMap<>();
    private final Set<String> spared = new HashSet<>();
    private final Random random;

    Known(Random random) {
        this.random = random;
    }

    /** An id that no path is to name: the requests' own senders stay appointed. */
    void spare(String id) {
        spared.add(id);
    }

    /** Takes in what a successful answer names. */
    void learn(GeneratedRequest request, JsonNode answer) {
        var caseId = answer.path(CASE).asString(request.bindings().getOrDefault(CASE, ""));
        walk(caseId, "", answer);
        var operation = request.operation();
        if (operation == null) {
            return;
        }
        add(rolesOfOperations.computeIfAbsent(operation.id(), none -> new ArrayList<>()), request.role());
        if (!request.method().equals("POST")) {
            return;
        }
        if (!caseId.isEmpty()) {
            add(rolesOfCases.computeIfAbsent(caseId, none -> new ArrayList<>()), request.role());
        }
        var made = answer.properties().stream()
                .filter(each -> each.getKey().endsWith("Id") && !each.getKey().equals(CASE))
                .findFirst();
        made.ifPresent(id -> {
            var bindings = new LinkedHashMap<>(request.bindings());
            bindings.put("", id.getValue().asString());
            add(entries.computeIfAbsent(operation.path(), none -> new ArrayList<>()), bindings);
        });
    }

    private void walk(String caseId, String name, JsonNode value) {
        if (value.isString()) {
            var text = value.asString();
            if (ID.matcher(text).matches()) {
                add(idsByName.computeIfAbsent(name, none -> new ArrayList<>()), text);
                if (!caseId.isEmpty()) {
                    add(
                            idsOfCases
                                    .computeIfAbsent(caseId, none -> new HashMap<>())
                                    .computeIfAbsent(name, none -> new ArrayList<>()),
                            text);
                }
            } else {
                hear(name, text);
            }
        }
        value.properties().forEach(each -> walk(caseId, each.getKey(), each.getValue()));
        if (value.isArray()) {
            value.forEach(each -> walk(each.path(CASE).asString(caseId), name, each));
        }
    }

    /** Keeps a text if it may be a code. */
    void hear(String name, String text) {
        if (text.length() <= LONGEST_TEXT) {
            add(texts.computeIfAbsent(name, none -> new ArrayList<>()), text);
        }
    }

    /** Values for the variables of a path, which belong together where that is known. */
    Map<String, String> bindings(Contract.Operation operation) {
        var bindings = new LinkedHashMap<String, String>();
        var soFar = new StringBuilder();
        for (var segment : operation.path().substring(1).split("/", -1)) {
            if (segment.startsWith("{") && segment.endsWith("}")) {
                var name = segment.substring(1, segment.length() - 1);
                var made = entries.getOrDefault(soFar.toString(), List.of());
                if (!made.isEmpty() && random.nextInt(10) != 0) {
                    var one = recent(made);
                    one.forEach((variable, value) -> bindings.put(variable.isEmpty() ? name : variable, value));
                } else {
                    bindings.putIfAbsent(name, id(name, bindings.get(CASE)));
                }
            }
            soFar.append('/').append(segment);
        }
        bindings.replaceAll((name, id) -> spared.contains(id) ? unknown() : id);
        return bindings;
    }

    /** An id under that name, of that case if there is one; at times any other, or one that is not there. */
    String id(String name, @Nullable String caseId) {
        var chance = random.nextInt(20);
        if (chance == 0) {
            return unknown();
        }
        var ofCase = idsOfCases.getOrDefault(caseId == null ? "" : caseId, Map.of());
        var named = ofCase.getOrDefault(name, idsByName.getOrDefault(name, List.of()));
        if (!named.isEmpty() && chance > 2) {
            return recent(named);
        }
        var any = ofCase.isEmpty() || chance == 1 ? idsByName : ofCase;
        var all = any.values().stream().flatMap(List::stream).sorted().toList();
        return all.isEmpty() ? unknown() : one(all);
    }

    private String unknown() {
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }

    /** A text that an answer named and that is as the pattern has it; under any name as likely as under any other. */
    @Nullable
    String text(Pattern pattern) {
        var fitting = texts.values().stream()
                .map(named -> named.stream()
                        .filter(text -> pattern.matcher(text).matches())
                        .toList())
                .filter(named -> !named.isEmpty())
                .toList();
        return fitting.isEmpty() ? null : one(one(fitting));
    }

    /** Those who wrote in that case already. */
    List<String> rolesIn(@Nullable String caseId) {
        return rolesOfCases.getOrDefault(caseId == null ? "" : caseId, List.of());
    }

    /** Those who did it already. */
    List<String> rolesOf(String operation) {
        return rolesOfOperations.getOrDefault(operation, List.of());
    }

    private static <T> void add(List<T> kept, T one) {
        kept.remove(one);
        kept.add(one);
        if (kept.size() > MOST) {
            kept.removeFirst();
        }
    }

    private <T> T one(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    /** Often one of the last. */
    private <T> T recent(List<T> all) {
        return random.nextBoolean() ? all.get(Math.max(0, all.size() - 1 - random.nextInt(5))) : one(all);
    }
}

package se.samplan.client;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Parallel plans as plain lines: the lanes in columns, below them what stands between the lanes. */
final class PlansText {

    /** As the API names the two texts of each code. */
    enum Language {
        en,
        sv
    }

    private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");
    private static final int WIDTH = 118;
    private static final String BETWEEN = " | ";

    private final Language language;

    PlansText(Language language) {
        this.language = language;
    }

    List<String> of(JsonNode page) {
        var lines = new ArrayList<String>();
        var lanes = page.path("lanes").valueStream().map(this::lane).toList();
        lines.addAll(sideBySide(lanes));
        between(lines, page.path("collisions"), this::collision);
        between(lines, page.path("clearances"), this::clearance);
        between(lines, page.path("subsidyRequests"), this::subsidy);
        between(lines, page.path("consents"), this::consent);
        return lines;
    }

    private interface Line {
        String of(JsonNode entry);
    }

    private static void between(List<String> lines, JsonNode entries, Line line) {
        if (!entries.isEmpty()) {
            lines.add("");
            entries.forEach(entry -> lines.addAll(wrapped(line.of(entry), WIDTH)));
        }
    }

    private List<String> lane(JsonNode lane) {
        var lines = new ArrayList<String>();
        lines.add(lane.path("lane").asString());
        lines.add(lane.path("organisation").path("name").asString() + ", " + text(lane.path("branch")) + ": "
                + texts(lane.path("shown"), "how"));
        lines.add("");
        lane.path("referrals")
                .forEach(it -> lines.add(day(it, "on") + "  " + word("referral", "anvisning") + ", "
                        + text(it.path("state")) + ": " + text(it.path("source"))));
        lane.path("enrolments")
                .forEach(it -> lines.add(period(it, "from", "to") + "  " + word("enrolled", "inskriven")
                        + optional(": ", it.path("outcome"))));
        lane.path("registrations")
                .forEach(it -> lines.add(period(it, "from", "to") + "  "
                        + word("registered at ", "inskriven hos ")
                        + it.path("office").path("name").asString()
                        + optional(": ", it.path("deregistrationReason"))));
        lane.path("plans").forEach(it -> {
            lines.add(period(it, "from", "to") + "  " + word("plan", "planering") + ", " + text(it.path("state")));
            it.path("goals")
                    .forEach(goal -> lines.add("  " + word("goal", "mål") + ": " + text(goal.path("kind"))
                            + optional(", ", goal.path("result"))));
        });
        lane.path("activities").forEach(it -> lines.add(activity(it)));
        return lines;
    }

    private String activity(JsonNode it) {
        var runBy = it.path("runBy").path("name").asString("");
        return period(it, "from", "to") + "  " + it.path("hoursPerWeek").asString() + " "
                + word("h/w", "t/v") + "  " + text(it.path("kind")) + ", " + text(it.path("state"))
                + (runBy.isEmpty() ? "" : " (" + runBy + ")");
    }

    private String collision(JsonNode it) {
        return word("collision", "krock") + ", " + text(it.path("state")) + ": " + text(it.path("kind")) + ", "
                + period(it, "from", "to") + optional("; ", it.path("resolution"));
    }

    private String clearance(JsonNode it) {
        var conditions = it.path("conditions").valueStream().map(this::text).collect(Collectors.joining(", "));
        return word("clearance", "klartecken") + ", " + text(it.path("state")) + ": "
                + word("requested ", "begärt ") + day(it, "requestedOn") + word(" by ", " av ")
                + it.path("by").asString() + dated(it, "answeredOn", word("; answered ", "; besvarat "))
                + dated(it, "until", word("; until ", "; till och med "))
                + (conditions.isEmpty() ? "" : "; " + word("on condition: ", "villkor: ") + conditions)
                + optional("; ", it.path("denialReason"));
    }

    private String subsidy(JsonNode it) {
        var grant = it.path("grant");
        return word("subsidy", "lönestöd") + ", " + text(it.path("state")) + ": " + text(it.path("scheme")) + ", "
                + word("wanted from ", "önskat från ") + day(it, "wantedStart")
                + word("; window closes ", "; fönstret stänger ") + day(it, "windowClosesOn")
                + (grant.isObject()
                        ? "; " + grant.path("levelPercent").asInt() + " %, " + period(grant, "from", "to")
                        : "")
                + optional("; ", it.path("refusalReason"));
    }

    private String consent(JsonNode it) {
        var parties = it.path("parties").valueStream().map(JsonNode::asString).collect(Collectors.joining(", "));
        return word("consent", "samtycke") + ", " + text(it.path("state")) + ": " + parties + "; "
                + it.path("kinds").valueStream().map(this::text).collect(Collectors.joining(", "))
                + moment(it, "validFrom", word("; from ", "; från "))
                + moment(it, "withdrawnAt", word("; withdrawn ", "; återkallat "));
    }

    private String word(String en, String sv) {
        return language == Language.en ? en : sv;
    }

    private String text(JsonNode coded) {
        return coded.path(language.name()).asString(coded.path("code").asString(""));
    }

    private String texts(JsonNode entries, String field) {
        return entries.valueStream().map(entry -> text(entry.path(field))).collect(Collectors.joining(", "));
    }

    private String optional(String before, JsonNode coded) {
        return coded.isObject() ? before + text(coded) : "";
    }

    private static String day(JsonNode entry, String field) {
        return entry.path(field).asString("");
    }

    private static String dated(JsonNode entry, String field, String before) {
        return day(entry, field).isEmpty() ? "" : before + day(entry, field);
    }

    private static String moment(JsonNode entry, String field, String before) {
        var moment = day(entry, field);
        return moment.isEmpty()
                ? ""
                : before + Instant.parse(moment).atZone(SWEDEN).toLocalDate();
    }

    /** As wide when open, so that columns stay aligned. */
    private static String period(JsonNode entry, String from, String to) {
        return "%-10s – %-10s".formatted(day(entry, from), day(entry, to));
    }

    private static List<String> sideBySide(List<List<String>> lanes) {
        if (lanes.isEmpty()) {
            return List.of();
        }
        var width = (WIDTH - BETWEEN.length() * (lanes.size() - 1)) / lanes.size();
        var columns = lanes.stream()
                .map(lane -> lane.stream()
                        .flatMap(line -> wrapped(line, width).stream())
                        .toList())
                .toList();
        var height = columns.stream().mapToInt(List::size).max().orElse(0);
        return Stream.iterate(0, row -> row < height, row -> row + 1)
                .map(row -> columns.stream()
                        .map(column -> padded(row < column.size() ? column.get(row) : "", width))
                        .collect(Collectors.joining(BETWEEN))
                        .stripTrailing())
                .toList();
    }

    private static String padded(String cell, int width) {
        return cell + " ".repeat(width - cell.length());
    }

    /** At spaces where it can be; what is wrapped is indented. */
    private static List<String> wrapped(String line, int width) {
        if (line.length() <= width) {
            return List.of(line);
        }
        var lines = new ArrayList<String>();
        var rest = line;
        while (rest.length() > width) {
            var space = rest.lastIndexOf(' ', width);
            var end = space > 4 ? space : width;
            lines.add(rest.substring(0, end).stripTrailing());
            rest = "    " + rest.substring(end).strip();
        }
        lines.add(rest);
        return lines;
    }
}

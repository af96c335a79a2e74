package se.samplan.policy;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import se.samplan.plan.ActivityKind;
import se.samplan.refusal.Rejected;
import se.samplan.subsidy.Scheme;

/** What the values of a policy may be. */
final class PolicyValues {

    private static final int LONGEST_DAYS = 365;
    private static final int LONGEST_WEEK = 60;

    private PolicyValues() {}

    static void check(PolicyKind kind, String name, String value) {
        Rejected.unless(isKnown(kind, name), PolicyRefusal.UNKNOWN_VALUE);
        Rejected.unless(rule(name).test(value), PolicyRefusal.VALUE_OUT_OF_RANGE);
    }

    private static boolean isKnown(PolicyKind kind, String name) {
        return Policies.defaults(kind).containsKey(name)
                || (kind == PolicyKind.SUBSIDY_DECISION
                        && Stream.of(Scheme.values()).anyMatch(scheme -> name.equals("secondPerson." + scheme)));
    }

    private static Predicate<String> rule(String name) {
        return switch (name) {
            case "days" -> value -> isNumber(value, LONGEST_DAYS);
            case "weekHours" -> value -> isNumber(value, LONGEST_WEEK);
            case "dayKind" -> List.of("CALENDAR", "WORKING")::contains;
            case "allowed" -> List.of("NOTHING", "CONVERSATIONS", "COMPLEMENTARY")::contains;
            case "complementaryKinds" -> PolicyValues::areKinds;
            default -> List.of("true", "false")::contains;
        };
    }

    private static boolean isNumber(String value, int largest) {
        return value.matches("[0-9]{1,3}") && Integer.parseInt(value) >= 1 && Integer.parseInt(value) <= largest;
    }

    private static boolean areKinds(String value) {
        var known = Arrays.stream(ActivityKind.values()).map(Enum::name).toList();
        return known.containsAll(List.of(value.split(",")));
    }
}

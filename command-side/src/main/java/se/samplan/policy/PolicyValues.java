package se.samplan.policy;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import se.samplan.refusal.Rejected;

/** What the values of a policy may be. */
public final class PolicyValues {

    private static final int LONGEST_DAYS = 365;
    private static final int LONGEST_WEEK = 60;

    private final Set<String> activityKinds;
    private final Set<String> schemes;

    /** Takes the codes of other capabilities that policies refer to. */
    public PolicyValues(Set<String> activityKinds, Set<String> schemes) {
        this.activityKinds = Set.copyOf(activityKinds);
        this.schemes = Set.copyOf(schemes);
    }

    void check(PolicyKind kind, String name, String value) {
        Rejected.unless(isKnown(kind, name), PolicyRefusal.UNKNOWN_VALUE);
        Rejected.unless(rule(name).test(value), PolicyRefusal.VALUE_OUT_OF_RANGE);
    }

    private boolean isKnown(PolicyKind kind, String name) {
        return Policies.defaults(kind).containsKey(name)
                || (kind == PolicyKind.SUBSIDY_DECISION
                        && schemes.stream().anyMatch(scheme -> name.equals("secondPerson." + scheme)));
    }

    private Predicate<String> rule(String name) {
        return switch (name) {
            case "days" -> value -> isNumber(value, LONGEST_DAYS);
            case "weekHours" -> value -> isNumber(value, LONGEST_WEEK);
            case "dayKind" -> List.of("CALENDAR", "WORKING")::contains;
            case "allowed" -> List.of("NOTHING", "CONVERSATIONS", "COMPLEMENTARY")::contains;
            case "complementaryKinds" -> this::areKinds;
            default -> List.of("true", "false")::contains;
        };
    }

    private static boolean isNumber(String value, int largest) {
        return value.matches("[0-9]{1,3}") && Integer.parseInt(value) >= 1 && Integer.parseInt(value) <= largest;
    }

    private boolean areKinds(String value) {
        return activityKinds.containsAll(List.of(value.split(",")));
    }
}

package se.samplan.coordination;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import se.samplan.casework.CaseEvent;
import se.samplan.casework.CaseOpened;
import se.samplan.casework.ComputedFrom;
import se.samplan.casework.EnteredInError;
import se.samplan.event.EventCatalogue;

/** Whatever no command gave was computed: its event says from what, or it stands here with why it tells nothing. */
class ComputedComponentsTest {

    private static final Set<String> FROM_POLICY_AND_CALENDAR =
            Set.of("ClearanceRequested.respondBy", "ReferralMade.respondBy");
    private static final Set<String> ALWAYS_THE_SAME = Set.of("ClearanceRequested.to");
    private static final Set<String> FROM_THE_SAME_ENTRY = Set.of("CaseHandedOver.from", "CollisionAccepted.with");

    /** Both lanes are its subjects: nobody is told who may not know both activities. */
    private static final Set<String> OF_BOTH_LANES = Set.of(
            "CollisionFound.activity",
            "CollisionFound.from",
            "CollisionFound.hoursPerWeek",
            "CollisionFound.kind",
            "CollisionFound.other",
            "CollisionFound.to",
            "CollisionFound.with",
            "CollisionResolved.resolution",
            "CollisionResolved.with");

    /** Reserved: always absent today. */
    private static final Set<String> ABSENT = Set.of("ActivityPlanned.disclosure", "RegistrationRecorded.disclosure");

    @Test
    void what_no_command_gave_says_from_what_it_was_computed_or_why_it_tells_nothing() {
        var named = Stream.of(FROM_POLICY_AND_CALENDAR, ALWAYS_THE_SAME, FROM_THE_SAME_ENTRY, OF_BOTH_LANES, ABSENT)
                .flatMap(Set::stream)
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(computed()).isEqualTo(named);
    }

    private static Set<String> computed() {
        var computed = new TreeSet<String>();
        for (var event : EventCatalogue.of(CaseEvent.class)) {
            // The opening is shown to nobody; a correction is no capability's own, and its command gives all of it.
            if (event != CaseOpened.class && event != EnteredInError.class) {
                var given = given(event.getPackageName());
                Arrays.stream(event.getRecordComponents())
                        .filter(component -> component.getAnnotation(ComputedFrom.class) == null)
                        .filter(component -> !given.contains(component.getName()))
                        .forEach(component -> computed.add(event.getSimpleName() + "." + component.getName()));
            }
        }
        return computed;
    }

    /** The components of a capability's commands, and of the records that they carry. */
    private static Set<String> given(String capability) {
        return AnyCommand.types().stream()
                .filter(command -> command.getPackageName().equals(capability))
                .flatMap(ComputedComponentsTest::components)
                .map(RecordComponent::getName)
                .collect(Collectors.toSet());
    }

    private static Stream<RecordComponent> components(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .flatMap(component -> component.getType().isRecord()
                        ? Stream.concat(Stream.of(component), components(component.getType()))
                        : Stream.of(component));
    }
}

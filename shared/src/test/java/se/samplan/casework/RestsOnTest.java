package se.samplan.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whether an entry rests on another that its event names is decided for every event that names one. */
class RestsOnTest {

    /** Those that say so themselves, by {@link CaseEvent#restsOn}. */
    private static final Set<String> REST_ON_IT = Set.of("ParticipantEnrolled", "ActivityPlanned");

    /** Goals live and die with their plan; collisions and clearances are settled with their activity. */
    private static final Set<String> GO_WITH_IT =
            Set.of("GoalAdded", "GoalAchieved", "CollisionFound", "ClearanceRequested");

    @Test
    void an_event_that_names_another_entry_rests_on_it_or_goes_with_it() {
        assertThat(events(CaseEvent.class).filter(RestsOnTest::namesAnother).map(Class::getSimpleName))
                .isNotEmpty()
                .allMatch(event -> REST_ON_IT.contains(event) || GO_WITH_IT.contains(event));
        assertThat(events(CaseEvent.class).filter(RestsOnTest::saysSo).map(Class::getSimpleName))
                .containsExactlyInAnyOrderElementsOf(REST_ON_IT);
    }

    private static boolean namesAnother(Class<?> event) {
        return Stream.of(event.getRecordComponents())
                        .filter(component -> EntryId.class.isAssignableFrom(component.getType()))
                        .count()
                > 1;
    }

    private static boolean saysSo(Class<?> event) {
        return Stream.of(event.getDeclaredMethods())
                .anyMatch(method -> method.getName().equals("restsOn")
                        && method.getReturnType().equals(Collection.class));
    }

    private static Stream<Class<?>> events(Class<?> type) {
        var permitted = type.getPermittedSubclasses();
        return permitted == null ? Stream.of(type) : Stream.of(permitted).flatMap(RestsOnTest::events);
    }
}

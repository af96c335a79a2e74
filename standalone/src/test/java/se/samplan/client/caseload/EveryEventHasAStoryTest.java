package se.samplan.client.caseload;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import se.samplan.casework.CaseOpened;
import se.samplan.event.EventCatalogue;

/** The caseload leads to every event of a case, but for those that are exempted by name. */
class EveryEventHasAStoryTest {

    @Test
    void every_event_occurs_in_the_caseload_or_is_exempted_by_name() {
        var plan = Plan.make(TableFolder.shipped(), 2022, 1, 0.1, Weights.shipped());
        var stories = new Stories(plan);
        var told = plan.people().stream()
                .flatMap(person -> stories.of(person).stream())
                .flatMap(step -> step.events().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        Setup.of(plan).forEach(order -> told.add(order.event()));
        var events = EventCatalogue.all().stream()
                .filter(event -> event != CaseOpened.class) // comes with whichever is first
                .map(Class::getSimpleName)
                .collect(Collectors.toCollection(TreeSet::new));

        events.removeAll(told);
        assertThat(events)
                .as("events that no story leads to")
                .containsExactlyInAnyOrderElementsOf(EventsWithoutAStory.NAMED);
    }
}

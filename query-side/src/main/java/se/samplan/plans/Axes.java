package se.samplan.plans;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.samplan.plans.LaneRedaction.LaneShown;
import se.samplan.plans.PlansPage.Axis;

/** The common time axis of all lanes shown. */
final class Axes {

    private record Span(@Nullable LocalDate from, @Nullable LocalDate to) {

        /** What was called off before it began takes no days. */
        boolean isEmpty() {
            return from != null && to != null && to.isBefore(from);
        }
    }

    private Axes() {}

    static Axis of(List<LaneShown> lanes) {
        var spans = new ArrayList<Span>();
        for (var lane : lanes) {
            lane.referrals().forEach(each -> spans.add(new Span(each.on(), each.on())));
            lane.enrolments().forEach(each -> spans.add(new Span(each.from(), each.to())));
            lane.registrations().forEach(each -> spans.add(new Span(each.from(), each.to())));
            lane.plans().forEach(each -> spans.add(new Span(each.from(), each.to())));
            lane.activities()
                    .forEach(each ->
                            spans.add(new Span(each.from(), each.endedOn() != null ? each.endedOn() : each.to())));
        }
        spans.removeIf(Span::isEmpty);
        var from = spans.stream().map(Span::from).filter(Objects::nonNull).min(Comparator.naturalOrder());
        var to = spans.stream()
                .map(span -> span.to() != null ? span.to() : span.from())
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder());
        return new Axis(from.orElse(null), to.orElse(null), spans.stream().anyMatch(span -> span.to() == null));
    }
}

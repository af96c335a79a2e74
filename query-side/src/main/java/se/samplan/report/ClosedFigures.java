package se.samplan.report;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.samplan.calendar.SwedishDays;
import se.samplan.casework.CaseEvent;
import se.samplan.casework.LaneId;
import se.samplan.fold.FactTime;
import se.samplan.store.EventReader;
import se.samplan.store.RecordedEvent;

/**
 * The figures of a lane as known at the end of last month, for readers outside the municipality: whoever reads them twice
 * within a month sees no difference, and so no single person's profile.
 */
@Component
class ClosedFigures {

    /** Municipalities whose figures are kept until the month ends. */
    private static final int AT_MOST = 50;

    private static final int STREAMS_AT_ONCE = 500;

    private final EventReader events;
    private final JdbcClient jdbc;
    private final FiguresFold fold;
    private final Clock clock;
    private final Cache<Key, List<List<FigureRow>>> known =
            Caffeine.newBuilder().maximumSize(AT_MOST).build();

    private record Key(LaneId lane, Instant closedAt) {}

    ClosedFigures(EventReader events, JdbcClient jdbc, FiguresFold fold, Clock clock) {
        this.events = events;
        this.jdbc = jdbc;
        this.fold = fold;
        this.clock = clock;
    }

    /** The first instant of this month: what was recorded from then on is not included. */
    Instant closedAt() {
        return closedAt(SwedishDays.of(clock.instant()));
    }

    static Instant closedAt(LocalDate today) {
        return SwedishDays.startOf(today.withDayOfMonth(1));
    }

    /** Each case's rows in the lane, of all years. */
    List<List<FigureRow>> cases(LaneId lane, Instant closedAt) {
        return known.get(new Key(lane, closedAt), this::fold);
    }

    private List<List<FigureRow>> fold(Key key) {
        var cases = casesKnownTo(key.lane());
        var rows = new ArrayList<List<FigureRow>>();
        for (int from = 0; from < cases.size(); from += STREAMS_AT_ONCE) {
            var some = cases.subList(from, Math.min(cases.size(), from + STREAMS_AT_ONCE));
            events.ofStreams(some).values().forEach(stream -> rows.add(rows(stream, key)));
        }
        return rows.stream().filter(each -> !each.isEmpty()).toList();
    }

    private List<FigureRow> rows(List<RecordedEvent> stream, Key key) {
        var figures = Figures.NOTHING;
        for (var recorded : stream) {
            // Without events of a later version, as the views are where a case is parked for one.
            if (recorded.recordedAt().isBefore(key.closedAt()) && recorded.readable()) {
                var event = (CaseEvent) recorded.event();
                figures = fold.evolve(figures, event, new FactTime(event.effectiveAt(), recorded.sequence()));
            }
        }
        return FigureRows.of(figures)
                .filter(row -> row.lane().equals(key.lane()))
                .toList();
    }

    private List<UUID> casesKnownTo(LaneId lane) {
        return jdbc.sql("""
                        select p.case_id from samplan.participant p
                        join samplan.participant_lane l using (participant_id)
                        where l.lane = ?""").param(lane.toString()).query(UUID.class).list();
    }
}

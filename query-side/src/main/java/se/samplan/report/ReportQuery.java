package se.samplan.report;

import com.mongodb.client.model.Projections;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.samplan.access.AccessRefusal;
import se.samplan.access.Actor;
import se.samplan.calendar.SwedishDays;
import se.samplan.casework.LaneId;
import se.samplan.document.ViewJson;
import se.samplan.organisation.OrganisationId;
import se.samplan.organisation.OrganisationKind;
import se.samplan.organisation.Role;
import se.samplan.refusal.Rejected;
import se.samplan.report.Report.Figure;
import se.samplan.rights.Organisations;
import se.samplan.text.Texts;
import se.samplan.view.Views;

/**
 * Produces a table for one municipality and year: live and exact within the municipality, of closed months and without
 * small counts outside it.
 */
@Component
class ReportQuery {

    private static final int FIRST_YEAR = 1990;

    private final Views views;
    private final ViewJson json;
    private final ClosedFigures closed;
    private final Organisations organisations;
    private final Clock clock;

    ReportQuery(Views views, ViewJson json, ClosedFigures closed, Organisations organisations, Clock clock) {
        this.views = views;
        this.json = json;
        this.closed = closed;
        this.organisations = organisations;
        this.clock = clock;
    }

    /**
     * The report.
     *
     * @throws Rejected {@code NOT_ALLOWED}, {@code UNKNOWN_MUNICIPALITY}, {@code YEAR_NOT_BEGUN},
     *     {@code YEAR_OUT_OF_RANGE}
     */
    Report of(Table table, OrganisationId municipality, int year, Actor actor) {
        var inside = actor.organisation().equals(municipality);
        Rejected.unless(
                actor.role() == Role.REPORT_MAKER || (inside && actor.role() == Role.MUNICIPAL_MANAGER),
                AccessRefusal.NOT_ALLOWED);
        Rejected.when(year < FIRST_YEAR, ReportRefusal.YEAR_OUT_OF_RANGE);
        Rejected.when(year > SwedishDays.of(clock.instant()).getYear(), ReportRefusal.YEAR_NOT_BEGUN);
        var named = organisations.find(municipality);
        if (named == null || named.kind() != OrganisationKind.MUNICIPALITY) {
            throw new Rejected(ReportRefusal.UNKNOWN_MUNICIPALITY);
        }
        var lane = LaneId.labourMarket(municipality);
        if (inside) {
            var asOf = views.shownUntil(); // read before the figures, which may then include more, never less
            return report(table, named, year, asOf, Counts.of(table, cases(lane, year), year), Set.of());
        }
        var asOf = closed.closedAt();
        var counts = Counts.of(table, closed.cases(lane, asOf), year);
        return report(table, named, year, asOf, counts, Suppression.of(counts));
    }

    private List<List<FigureRow>> cases(LaneId lane, int year) {
        return views.ask(documents -> documents
                .find(ofLaneAndYear(lane, year))
                .projection(Projections.include("rows"))
                .map(document -> rows(document, lane))
                .into(new ArrayList<>()));
    }

    static Bson ofLaneAndYear(LaneId lane, int year) {
        var ofLaneAndYear = new Document("lane", lane.toString())
                .append("from", new Document("$lte", year + "-12-31"))
                .append("to", new Document("$gte", year + "-01-01"));
        // Also filters on the lane alone: some servers use no index for $elemMatch.
        return new Document("rows.lane", lane.toString()).append("rows", new Document("$elemMatch", ofLaneAndYear));
    }

    private List<FigureRow> rows(Document document, LaneId lane) {
        return document.getList("rows", Document.class).stream()
                .map(row -> json.read(row, FigureRow.class))
                .filter(row -> row.lane().equals(lane))
                .toList();
    }

    private static Report report(
            Table table, Organisations.Named municipality, int year, Instant asOf, Counts counts, Set<String> hidden) {
        var figures = new ArrayList<Figure>();
        counts.byColumn()
                .forEach((column, count) ->
                        figures.add(figure(column, value(table, counts, count), count, hidden.contains(column))));
        if (table.unit() == Unit.PERSONS) {
            figures.add(figure("total", counts.total(), counts.total(), !hidden.isEmpty()));
        }
        return new Report(
                table.name().toLowerCase(Locale.ROOT),
                municipality.organisationId(),
                municipality.name(),
                year,
                asOf,
                Texts.of(table.unit()),
                Texts.sentence(table),
                hidden.isEmpty() ? counts.total() : null,
                List.copyOf(figures),
                hidden.isEmpty() ? null : Texts.sentence("report.suppressed"));
    }

    private static Figure figure(String column, @Nullable Integer value, int count, boolean hidden) {
        return new Figure(
                column, hidden ? null : value, hidden ? null : count, hidden, Texts.sentence("figure." + column));
    }

    /** Null for a share of nothing. */
    private static @Nullable Integer value(Table table, Counts counts, int count) {
        if (table.unit() == Unit.PERSONS) {
            return count;
        }
        return counts.total() == 0 ? null : counts.percent(count);
    }
}

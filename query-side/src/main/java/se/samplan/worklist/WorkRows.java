package se.samplan.worklist;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.samplan.access.Actor;
import se.samplan.casefile.WorkList;
import se.samplan.casefile.WorkRow;
import se.samplan.casework.LaneId;
import se.samplan.document.CaseDocument;
import se.samplan.document.ViewJson;
import se.samplan.organisation.Branch;
import se.samplan.view.Views;

/** Finds work-list rows by audience, ordered by day. */
@Component
class WorkRows {

    /** The view whose documents hold the rows. */
    private static final String VIEW = "plans";

    private final Views views;
    private final ViewJson json;

    /** A row and its case. */
    record Found(UUID caseId, WorkRow row) {

        PageCursor after() {
            return new PageCursor(row.at(), caseId, row.entry());
        }
    }

    WorkRows(Views views, ViewJson json) {
        this.views = views;
        this.json = json;
    }

    /** The next rows; no more than {@code limit}, fewer only at the end. */
    List<Found> next(
            WorkList list, Actor actor, Colleagues colleagues, LocalDate today, @Nullable PageCursor after, int limit) {
        var pipeline = pipeline(list, actor, colleagues, today, after, limit);
        return views.ask(documents -> documents
                .aggregate(pipeline)
                .map(document -> new Found(
                        Views.caseOf(document), json.read(document.get("rows", Document.class), WorkRow.class)))
                .into(new ArrayList<>()));
    }

    static List<Bson> pipeline(
            WorkList list, Actor actor, Colleagues colleagues, LocalDate today, @Nullable PageCursor after, int limit) {
        var key = new Document("$in", keys(list, Objects.requireNonNull(actor.lane())));
        var from = after == null ? LocalDate.MIN : after.at();
        var candidates = new Document("key", key);
        if (after != null) {
            candidates.append("at", new Document("$gte", from.toString()));
        }
        var pipeline = new ArrayList<Bson>();
        // Also filters on the key alone: some servers use no index for $elemMatch.
        pipeline.add(new Document(
                "$match", new Document("rows.key", key).append("rows", new Document("$elemMatch", candidates))));
        pipeline.add(new Document("$project", new Document("rows", 1)));
        pipeline.add(new Document("$unwind", "$rows"));
        pipeline.add(new Document("$match", Filters.and(wanted(list, actor, colleagues, today, key, after))));
        pipeline.add(new Document("$sort", Sorts.ascending("rows.at", "_id", "rows.entry")));
        pipeline.add(new Document("$limit", limit));
        return pipeline;
    }

    private static List<Bson> wanted(
            WorkList list,
            Actor actor,
            Colleagues colleagues,
            LocalDate today,
            Document key,
            @Nullable PageCursor after) {
        var wanted = new ArrayList<Bson>();
        wanted.add(new Document("rows.key", key));
        wanted.add(Filters.lte("rows.showFrom", today.toString()));
        wanted.add(Filters.gte("rows.showUntil", today.toString()));
        if (list == WorkList.UNASSIGNED) {
            wanted.add(withNobodyOf(colleagues, colleagues.own()));
        } else if (!Responsible.isManager(actor)) {
            var own = Filters.in("rows.caseworker", colleagues.own());
            var everyones = list == WorkList.AWAITING || list == WorkList.DEADLINES;
            wanted.add(everyones ? Filters.or(own, withNobodyOf(colleagues, Set.of())) : own);
        }
        if (actor.role().branch() == Branch.AGENCY) {
            // The agency has one lane nationwide; an office sees its own, and what no office has yet.
            wanted.add(Filters.in("rows.office", actor.organisation().value(), null));
        }
        if (after != null) {
            wanted.add(later(after));
        }
        return wanted;
    }

    /** Rows of a case whose responsible caseworker may be nobody who can see it. */
    private static Bson withNobodyOf(Colleagues colleagues, Set<String> except) {
        var others = new TreeSet<>(colleagues.present());
        others.addAll(except);
        return Filters.or(
                Filters.nin("rows.caseworker", others),
                Filters.in(
                        "_id",
                        colleagues.unseen().stream().map(WorkRows::documentId).toList()));
    }

    /** A case with nobody responsible is unassigned, and so is one whose responsible caseworker cannot see it. */
    private static List<String> keys(WorkList list, LaneId lane) {
        return list == WorkList.UNASSIGNED
                ? List.of(WorkRow.key(list, lane), WorkRow.key(WorkList.MINE, lane))
                : List.of(WorkRow.key(list, lane));
    }

    private static String documentId(UUID caseId) {
        return CaseDocument.id(caseId, VIEW);
    }

    private static Bson later(PageCursor after) {
        var at = after.at().toString();
        // The document's id begins with the case's.
        var id = documentId(after.caseId());
        return Filters.or(
                Filters.gt("rows.at", at),
                Filters.and(Filters.eq("rows.at", at), Filters.gt("_id", id)),
                Filters.and(
                        Filters.eq("rows.at", at),
                        Filters.eq("_id", id),
                        Filters.gt("rows.entry", after.entry().toString())));
    }
}

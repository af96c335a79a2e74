package se.samplan.worklist;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.samplan.access.Actor;
import se.samplan.casefile.WorkList;
import se.samplan.casefile.WorkRow;
import se.samplan.document.ViewJson;
import se.samplan.organisation.Role;
import se.samplan.view.Views;

/** Finds work-list rows by audience, ordered by day. */
@Component
class WorkRows {

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
    List<Found> next(WorkList list, Actor actor, LocalDate today, @Nullable PageCursor after, int limit) {
        var pipeline = pipeline(list, actor, today, after, limit);
        return views.ask(documents -> documents
                .aggregate(pipeline)
                .map(document -> new Found(
                        Views.caseOf(document), json.read(document.get("rows", Document.class), WorkRow.class)))
                .into(new ArrayList<>()));
    }

    static List<Bson> pipeline(WorkList list, Actor actor, LocalDate today, @Nullable PageCursor after, int limit) {
        var key = WorkRow.key(list, java.util.Objects.requireNonNull(actor.lane()));
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
        pipeline.add(new Document("$match", Filters.and(wanted(list, actor, today, key, after))));
        pipeline.add(new Document("$sort", Sorts.ascending("rows.at", "_id", "rows.entry")));
        pipeline.add(new Document("$limit", limit));
        return pipeline;
    }

    private static List<Bson> wanted(
            WorkList list, Actor actor, LocalDate today, String key, @Nullable PageCursor after) {
        var wanted = new ArrayList<Bson>();
        wanted.add(Filters.eq("rows.key", key));
        wanted.add(Filters.lte("rows.showFrom", today.toString()));
        wanted.add(Filters.gte("rows.showUntil", today.toString()));
        var everyones = actor.role() == Role.MUNICIPAL_MANAGER || actor.role() == Role.AGENCY_MANAGER;
        if (!everyones && list == WorkList.MINE) {
            wanted.add(Filters.eq("rows.caseworker", actor.staffId().toString()));
        } else if (!everyones) {
            wanted.add(Filters.in("rows.caseworker", actor.staffId().toString(), null));
        }
        if (actor.role().branch() == se.samplan.organisation.Branch.AGENCY) {
            // The agency has one lane nationwide; an office sees its own, and what no office has yet.
            wanted.add(Filters.in("rows.office", actor.organisation().value(), null));
        }
        if (after != null) {
            wanted.add(later(after));
        }
        return wanted;
    }

    private static Bson later(PageCursor after) {
        var at = after.at().toString();
        // The document's id begins with the case's.
        var id = after.caseId() + "/plans";
        return Filters.or(
                Filters.gt("rows.at", at),
                Filters.and(Filters.eq("rows.at", at), Filters.gt("_id", id)),
                Filters.and(
                        Filters.eq("rows.at", at),
                        Filters.eq("_id", id),
                        Filters.gt("rows.entry", after.entry().toString())));
    }
}

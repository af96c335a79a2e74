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
import se.samplan.http.Caller;
import se.samplan.staff.Role;
import se.samplan.view.ViewJson;
import se.samplan.view.Views;

/** Finds rows of work lists by their audience, in the order of their days. */
@Component
class WorkRows {

    private final Views views;
    private final ViewJson json;

    /** A row and the case that it is of. */
    record Found(UUID caseId, WorkRow row) {

        After after() {
            return new After(row.at(), caseId, row.entry());
        }
    }

    WorkRows(Views views, ViewJson json) {
        this.views = views;
        this.json = json;
    }

    /** The next rows; no more than {@code limit}, fewer only at the end. */
    List<Found> next(WorkList list, Caller caller, LocalDate today, @Nullable After after, int limit) {
        var pipeline = pipeline(list, caller, today, after, limit);
        return views.ask(documents -> documents
                .aggregate(pipeline)
                .map(document -> new Found(
                        Views.caseOf(document), json.read(document.get("rows", Document.class), WorkRow.class)))
                .into(new ArrayList<>()));
    }

    static List<Bson> pipeline(WorkList list, Caller caller, LocalDate today, @Nullable After after, int limit) {
        var key = WorkRow.key(list, java.util.Objects.requireNonNull(caller.lane()));
        var from = after == null ? LocalDate.MIN : after.at();
        var candidates = new Document("key", key);
        if (after != null) {
            candidates.append("at", new Document("$gte", from.toString()));
        }
        var pipeline = new ArrayList<Bson>();
        // The key by itself too: servers there are that use no index for what is asked of one element.
        pipeline.add(new Document(
                "$match", new Document("rows.key", key).append("rows", new Document("$elemMatch", candidates))));
        pipeline.add(new Document("$project", new Document("rows", 1)));
        pipeline.add(new Document("$unwind", "$rows"));
        pipeline.add(new Document("$match", Filters.and(wanted(list, caller, today, key, after))));
        pipeline.add(new Document("$sort", Sorts.ascending("rows.at", "_id", "rows.entry")));
        pipeline.add(new Document("$limit", limit));
        return pipeline;
    }

    private static List<Bson> wanted(WorkList list, Caller caller, LocalDate today, String key, @Nullable After after) {
        var wanted = new ArrayList<Bson>();
        wanted.add(Filters.eq("rows.key", key));
        wanted.add(Filters.lte("rows.showFrom", today.toString()));
        wanted.add(Filters.gte("rows.showUntil", today.toString()));
        var everyones = caller.role() == Role.MUNICIPAL_MANAGER || caller.role() == Role.AGENCY_MANAGER;
        if (!everyones && list == WorkList.MINE) {
            wanted.add(Filters.eq("rows.caseworker", caller.staffId().toString()));
        } else if (!everyones) {
            wanted.add(Filters.in("rows.caseworker", caller.staffId().toString(), null));
        }
        if (caller.role().branch() == se.samplan.staff.Branch.AGENCY) {
            // The agency has one lane nationwide; an office sees its own, and what no office has yet.
            wanted.add(Filters.in("rows.office", caller.organisation().value(), null));
        }
        if (after != null) {
            wanted.add(later(after));
        }
        return wanted;
    }

    private static Bson later(After after) {
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

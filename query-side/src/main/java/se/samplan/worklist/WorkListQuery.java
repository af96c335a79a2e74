package se.samplan.worklist;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.samplan.access.AccessRefusal;
import se.samplan.access.Actor;
import se.samplan.calendar.SwedishDays;
import se.samplan.casefile.WorkItem;
import se.samplan.casefile.WorkList;
import se.samplan.refusal.Rejected;
import se.samplan.rights.AccessLog;
import se.samplan.rights.ReadRights;
import se.samplan.text.Texts;
import se.samplan.worklist.WorkListPage.Item;
import se.samplan.worklist.WorkRows.Found;

/** Reads one page of a work list: scans coarsely, checks against the access rights, logs. */
@Component
class WorkListQuery {

    /** How many rows are scanned at a time. */
    private static final int BATCH = 201;

    private final WorkRows rows;
    private final WorkListRights workListRights;
    private final ReadRights rights;
    private final AccessLog log;
    private final CursorCodec cursors;

    WorkListQuery(WorkRows rows, WorkListRights workListRights, ReadRights rights, AccessLog log, CursorCodec cursors) {
        this.rows = rows;
        this.workListRights = workListRights;
        this.rights = rights;
        this.log = log;
        this.cursors = cursors;
    }

    /**
     * The page.
     *
     * @throws Rejected {@code NOT_ALLOWED} for roles without a lane
     */
    WorkListPage of(WorkList list, Actor actor, @Nullable PageCursor after, int limit) {
        var lane = actor.lane();
        if (lane == null) {
            throw new Rejected(AccessRefusal.NOT_ALLOWED);
        }
        var today = SwedishDays.of(rights.now());
        // One more than shown: only a row that the reader may know reveals that there is a next page.
        var visible = visible(list, actor, today, after, limit + 1);
        var page = visible.subList(0, Math.min(limit, visible.size()));
        var shown = new TreeSet<UUID>();
        page.forEach(found -> shown.add(found.caseId()));
        log.read(actor, shown, "work list " + list.name().toLowerCase(java.util.Locale.ROOT));
        var next = visible.size() > limit ? cursors.write(list, page.getLast().after()) : null;
        return new WorkListPage(
                Texts.of(list),
                lane,
                page.stream().map(found -> item(list, found, today)).toList(),
                next);
    }

    /** Scans in batches until it has that many rows that the caller may know, or no rows remain. */
    private List<Found> visible(WorkList list, Actor actor, LocalDate today, @Nullable PageCursor after, int wanted) {
        var visible = new ArrayList<Found>();
        var from = after;
        var colleagues = workListRights.colleagues(actor);
        List<Found> scanned;
        do {
            scanned = rows.next(list, actor, colleagues, today, from, BATCH);
            var cases = new TreeSet<UUID>();
            scanned.forEach(found -> cases.add(found.caseId()));
            var known = workListRights.known(cases, actor);
            scanned.stream()
                    .filter(found -> isStill(list, found, actor, known.get(found.caseId())))
                    .forEach(visible::add);
            from = scanned.isEmpty() ? null : scanned.getLast().after();
        } while (scanned.size() == BATCH && visible.size() < wanted);
        return visible.subList(0, Math.min(wanted, visible.size()));
    }

    /** Whether the access rows, which never lag, still confirm the row. */
    private static boolean isStill(WorkList list, Found found, Actor actor, @Nullable Responsible responsible) {
        return responsible != null && responsible.lists(list, found.row(), actor);
    }

    private static Item item(WorkList list, Found found, LocalDate today) {
        var row = found.row();
        var due = row.due();
        return new Item(
                found.caseId(),
                row.participantId(),
                Texts.of(list == WorkList.UNASSIGNED ? WorkItem.NOBODY_RESPONSIBLE : row.what()),
                row.entry(),
                row.with(),
                row.since(),
                due,
                due != null && today.isAfter(due),
                row.caseworker());
    }
}

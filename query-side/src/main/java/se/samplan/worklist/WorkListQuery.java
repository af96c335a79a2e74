package se.samplan.worklist;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.samplan.http.AccessRefusal;
import se.samplan.http.Caller;
import se.samplan.refusal.Rejected;
import se.samplan.rights.AccessLog;
import se.samplan.rights.ReadRights;
import se.samplan.staff.Role;
import se.samplan.staff.StaffId;
import se.samplan.text.Texts;
import se.samplan.view.Days;
import se.samplan.worklist.WorkListPage.Item;
import se.samplan.worklist.WorkRows.Found;

/** Answers one page of a work list: scanned coarsely, checked against the rights, logged. */
@Component
class WorkListQuery {

    private final WorkRows rows;
    private final WorkListRights workListRights;
    private final ReadRights rights;
    private final AccessLog log;

    WorkListQuery(WorkRows rows, WorkListRights workListRights, ReadRights rights, AccessLog log) {
        this.rows = rows;
        this.workListRights = workListRights;
        this.rights = rights;
        this.log = log;
    }

    /**
     * The page.
     *
     * @throws Rejected {@code NOT_ALLOWED} for roles without a lane
     */
    WorkListPage of(WorkList list, Caller caller, @Nullable After after, int limit) {
        var lane = caller.lane();
        if (lane == null) {
            throw new Rejected(AccessRefusal.NOT_ALLOWED);
        }
        var today = Days.of(rights.now());
        var scanned = rows.next(list, caller, today, after, limit);
        var cases = new TreeSet<UUID>();
        scanned.forEach(found -> cases.add(found.caseId()));
        var known = workListRights.known(cases, caller);
        var items = new ArrayList<Item>();
        for (var found : scanned) {
            if (isStill(list, found, caller, known)) {
                items.add(item(found, today));
            }
        }
        var shown = new TreeSet<UUID>();
        items.forEach(item -> shown.add(item.caseId()));
        log.read(caller, shown, "work list " + list.name().toLowerCase(java.util.Locale.ROOT));
        var next = scanned.size() < limit ? null : scanned.getLast().after().written();
        return new WorkListPage(Texts.of(list), lane, items, next);
    }

    /** Whether the rows of rights, which never lag, agree with the list. */
    private static boolean isStill(WorkList list, Found found, Caller caller, Map<UUID, Optional<StaffId>> known) {
        var responsible = known.get(found.caseId());
        if (responsible == null) {
            return false;
        }
        var manager = caller.role() == Role.MUNICIPAL_MANAGER || caller.role() == Role.AGENCY_MANAGER;
        var mine = responsible.isPresent() && responsible.get().equals(caller.staffId());
        return switch (list) {
            case MINE -> manager ? responsible.isPresent() : mine;
            case UNASSIGNED -> responsible.isEmpty();
            case AWAITING, DEADLINES -> manager || mine || responsible.isEmpty();
        };
    }

    private static Item item(Found found, LocalDate today) {
        var row = found.row();
        var due = row.due();
        return new Item(
                found.caseId(),
                row.participantId(),
                Texts.of(row.what()),
                row.entry(),
                row.with(),
                row.since(),
                due,
                due != null && today.isAfter(due),
                row.caseworker());
    }
}

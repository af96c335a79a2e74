package se.samplan.history;

import java.util.List;
import org.springframework.stereotype.Component;
import se.samplan.access.AccessRefusal;
import se.samplan.access.Actor;
import se.samplan.casefile.OpenedTexts;
import se.samplan.casefile.Visibility;
import se.samplan.casework.CaseId;
import se.samplan.organisation.Role;
import se.samplan.refusal.Rejected;
import se.samplan.rights.AccessLog;
import se.samplan.rights.ReadRights;
import se.samplan.store.EventReader;
import se.samplan.store.HistoryNotReadable;
import se.samplan.vault.Seals;

/** Reads from the stream what a caller may know of a case's history. */
@Component
class HistoryQuery {

    private final EventReader events;
    private final ReadRights rights;
    private final AccessLog log;
    private final Seals seals;

    HistoryQuery(EventReader events, ReadRights rights, AccessLog log, Seals seals) {
        this.events = events;
        this.rights = rights;
        this.log = log;
        this.seals = seals;
    }

    /**
     * The history.
     *
     * @throws Rejected {@code NOT_ALLOWED} for roles that read no histories; {@code UNKNOWN_CASE} where there is none
     *     that the caller may know of; {@code HISTORY_NOT_READABLE} where an event is of a later version
     */
    HistoryPage of(CaseId caseId, Actor actor) {
        Rejected.unless(actor.lane() != null || actor.role() == Role.AUDITOR, AccessRefusal.NOT_ALLOWED);
        var readers = rights.caseKnownTo(actor, caseId)
                .orElseThrow(() -> new Rejected(AccessRefusal.UNKNOWN_CASE))
                .lanes();
        try {
            var stream = events.ofStream(caseId.value());
            var now = rights.now();
            var visibility = new Visibility(readers, rights.grounds(caseId, now), now);
            var redaction = new HistoryRedaction(stream, visibility);
            log.read(actor, List.of(caseId.value()), "history");
            var shown = OpenedTexts.within(caseId, seals::openAll, redaction::with);
            return new HistoryPage(caseId.value(), List.copyOf(readers), shown);
        } catch (HistoryNotReadable unreadable) {
            throw new Rejected(AccessRefusal.HISTORY_NOT_READABLE);
        }
    }
}

package se.samplan.enrolment;

import static se.samplan.refusal.Rejected.when;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import se.samplan.casework.Knowledge;
import se.samplan.casework.LaneId;
import se.samplan.casework.OpenEntry;
import se.samplan.command.EffectiveAt;
import se.samplan.refusal.Rejected;
import se.samplan.text.Coded;
import se.samplan.text.Texts;

/** Lists what is open in the case, as far as a lane may know it, before one of its enrolments ends (C3). */
final class ClosingCheck {

    private final Knowledge knowledge;
    private final Enrolments.WhatIsOpen open;

    /** An open entry as the check before an end shows it. */
    record Open(UUID entry, Coded what, LaneId lane) {}

    ClosingCheck(Knowledge knowledge, Enrolments.WhatIsOpen open) {
        this.knowledge = knowledge;
        this.open = open;
    }

    List<Open> shown(LaneId lane, EffectiveAt effectiveAt, Instant now) {
        return shown(left(lane, effectiveAt, now));
    }

    /**
     * What an ending leaves open.
     *
     * @throws Rejected {@code ENTRIES_OPEN} or {@code REASON_FOR_LEAVING_OPEN}
     */
    List<UUID> leftBy(Ending ending, LaneId lane, Instant now) {
        var left = left(lane, ending.effectiveAt(), now);
        if (!ending.leftOpen().containsAll(ids(left))) {
            throw new Rejected(EnrolmentRefusal.ENTRIES_OPEN, Map.of("open", shown(left)));
        }
        when(!ending.leftOpen().isEmpty() && ending.leftOpenReason() == null, EnrolmentRefusal.REASON_FOR_LEAVING_OPEN);
        return ids(left);
    }

    private List<OpenEntry> left(LaneId lane, EffectiveAt effectiveAt, Instant now) {
        var reader = knowledge.of(lane).at(effectiveAt, now);
        return open.entries().filter(entry -> reader.includes(entry.audience())).toList();
    }

    private static List<UUID> ids(List<OpenEntry> open) {
        return open.stream().map(OpenEntry::entry).toList();
    }

    private static List<Open> shown(List<OpenEntry> open) {
        return open.stream()
                .map(entry -> new Open(entry.entry(), Texts.of(entry.what()), entry.lane()))
                .toList();
    }
}

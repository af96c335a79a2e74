package se.samplan.consent;

import java.time.Instant;
import java.util.SortedSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.samplan.command.AllowedTo;
import se.samplan.coordination.CaseCommand;
import se.samplan.coordination.CaseId;
import se.samplan.coordination.LaneId;
import se.samplan.coordination.Sealed;
import se.samplan.staff.Role;

/** Record that the participant consents to kinds of information passing between parties. */
@AllowedTo({Role.MUNICIPAL_CASEWORKER, Role.SOCIAL_WORKER, Role.AGENCY_CASEWORKER})
record RecordConsent(
        CaseId caseId,
        LaneId lane,
        GroundId groundId,
        SortedSet<LaneId> parties,
        SortedSet<InformationKind> kinds,
        ConsentPurpose purpose,
        ConsentForm form,
        @Nullable Sealed witness,
        @Nullable Instant validFrom,
        @Nullable Instant validTo,
        Instant effectiveAt)
        implements CaseCommand {

    @Override
    public UUID entry() {
        return groundId.value();
    }
}

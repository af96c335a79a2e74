package se.samplan.consent;

import java.time.Instant;
import java.util.SortedSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.samplan.casework.CaseCommand;
import se.samplan.casework.CaseId;
import se.samplan.casework.GroundId;
import se.samplan.casework.InformationKind;
import se.samplan.casework.LaneId;
import se.samplan.casework.Sealed;
import se.samplan.command.AllowedTo;
import se.samplan.command.EffectiveAt;
import se.samplan.organisation.Role;

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
        EffectiveAt effectiveAt)
        implements CaseCommand {

    @Override
    public UUID entry() {
        return groundId.value();
    }
}

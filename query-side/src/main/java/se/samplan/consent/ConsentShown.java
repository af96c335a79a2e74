package se.samplan.consent;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.samplan.casework.LaneId;
import se.samplan.text.Coded;

/** A consent, as far as its reader may know it. */
public record ConsentShown(
        UUID groundId,
        List<LaneId> parties,
        List<Coded> kinds,
        Coded purpose,
        Coded form,
        Instant validFrom,
        @Nullable Instant validTo,
        Coded state,
        @Nullable Instant withdrawnAt) {}

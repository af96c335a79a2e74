package se.samplan.subsidy;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.samplan.casework.LaneId;
import se.samplan.text.Coded;

/**
 * A request for a subsidy decision.
 *
 * @param proposedGrant what a mandate holder proposes, until it is decided
 * @param grant what was approved
 */
public record SubsidyShown(
        UUID subsidyRequestId,
        LaneId by,
        LaneId to,
        Coded scheme,
        String employer,
        @Nullable String position,
        int extentPercent,
        LocalDate wantedStart,
        LocalDate windowClosesOn,
        Coded state,
        LocalDate requestedOn,
        boolean overdue,
        @Nullable LocalDate decidedOn,
        @Nullable GrantShown proposedGrant,
        @Nullable GrantShown grant,
        @Nullable Coded refusalReason) {}

package se.samplan.referral;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.samplan.casework.LaneId;
import se.samplan.text.Coded;

/** A referral, as far as its reader may know it. */
public record ReferralShown(
        UUID referralId,
        LaneId to,
        Coded source,
        @Nullable Coded otherSource,
        Coded targetGroup,
        Coded socialAssistance,
        @Nullable LocalDate withoutWorkSince,
        Coded education,
        @Nullable Coded desiredOutcome,
        @Nullable String reason,
        LocalDate on,
        LocalDate respondBy,
        Coded state,
        @Nullable Coded answerReason,
        @Nullable LocalDate answeredOn,
        boolean overdue) {}

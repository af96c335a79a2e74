package se.samplan.plan;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.samplan.text.Coded;

/** A goal of a plan. */
public record GoalShown(
        UUID goalId,
        Coded kind,
        @Nullable Integer capacityPercent,
        @Nullable LocalDate by,
        @Nullable String description,
        @Nullable Coded result,
        @Nullable LocalDate achievedOn) {}

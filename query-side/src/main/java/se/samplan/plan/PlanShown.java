package se.samplan.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.samplan.text.Coded;

/** A plan, as far as its reader may know it. */
public record PlanShown(
        UUID planId,
        Coded state,
        LocalDate from,
        @Nullable LocalDate to,
        @Nullable LocalDate agreedOn,
        @Nullable String summary,
        List<GoalShown> goals) {}

package se.samplan.enrolment;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.samplan.text.Coded;

/** Whether it ended, and how, is of another kind of information than that it began; each is shown by its own. */
public record EnrolmentShown(
        UUID enrolmentId,
        @Nullable Coded form,
        @Nullable String unit,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable Coded outcome) {}

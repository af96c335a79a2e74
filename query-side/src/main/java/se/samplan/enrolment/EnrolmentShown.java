package se.samplan.enrolment;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.samplan.text.Coded;

/** An enrolment; its end and outcome are another kind of information than its start, and are shown separately. */
public record EnrolmentShown(
        UUID enrolmentId,
        @Nullable Coded form,
        @Nullable String unit,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable Coded outcome) {}

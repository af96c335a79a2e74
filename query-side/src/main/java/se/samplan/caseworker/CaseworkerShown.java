package se.samplan.caseworker;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import se.samplan.organisation.StaffId;

/** A caseworker who answers for a lane, and from when to when. */
public record CaseworkerShown(
        StaffId caseworker, LocalDate from, @Nullable LocalDate to) {}

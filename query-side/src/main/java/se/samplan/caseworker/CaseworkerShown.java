package se.samplan.caseworker;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import se.samplan.organisation.StaffId;

/** A caseworker responsible for a lane, from when to when. */
public record CaseworkerShown(
        StaffId caseworker, LocalDate from, @Nullable LocalDate to) {}

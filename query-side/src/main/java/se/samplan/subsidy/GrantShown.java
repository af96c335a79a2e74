package se.samplan.subsidy;

import java.time.LocalDate;

/** How large a subsidy is, and for how long. */
public record GrantShown(int levelPercent, LocalDate from, LocalDate to) {}

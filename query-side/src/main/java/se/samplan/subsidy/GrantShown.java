package se.samplan.subsidy;

import java.time.LocalDate;

/** The level and period of a subsidy. */
public record GrantShown(int levelPercent, LocalDate from, LocalDate to) {}

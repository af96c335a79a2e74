package se.samplan.client.caseload;

import java.util.Arrays;

/** How long an enrolment lasted that ended in the year; months are calendar months between local dates. */
enum Length {
    /** Exactly 3 months belong here. */
    WITHIN_3_MONTHS(0.8),
    /** Exactly 6 months belong here. */
    FROM_3_TO_6_MONTHS(0.6),
    /** Exactly 24 months belong here. */
    FROM_6_TO_24_MONTHS(0.3),
    OVER_24_MONTHS(0),
    /** Not ended in the year. */
    ONGOING(0.8);

    private final double likelyBegun;

    Length(double likelyBegun) {
        this.likelyBegun = likelyBegun;
    }

    /** How readily such an enrolment began in the same year; 0 where it cannot have. */
    double likelyBegun() {
        return likelyBegun;
    }

    static Length ofColumn(String column) {
        return values()[PublishedTable.ENROLMENT_LENGTH.columns().indexOf(column)];
    }

    /** The columns of the table stand in the order of the constants. */
    String column() {
        return this == ONGOING
                ? ""
                : PublishedTable.ENROLMENT_LENGTH
                        .columns()
                        .get(Arrays.asList(values()).indexOf(this));
    }
}

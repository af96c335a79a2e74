package se.samplan.client.caseload;

import java.util.List;

/** The published tables, by the names of their files, with the columns that hold figures. */
enum PublishedTable {
    MUNICIPALITIES("municipalities", "county"),
    PARTICIPANTS_BY_SEX("participants_by_sex", "men", "women", "total"),
    PARTICIPANTS_BY_YEAR("participants_by_year", "participants"),
    AGE("age", "24_or_younger", "25_or_older"),
    EDUCATION("education", "not_validated", "post_secondary", "upper_secondary", "compulsory", "incomplete_compulsory"),
    TIME_WITHOUT_WORK("time_without_work", "under_6_months", "6_to_24_months", "over_24_months", "unknown"),
    ENROLMENT_LENGTH("enrolment_length", "within_3_months", "3_to_6_months", "6_to_24_months", "over_24_months"),
    REFERRAL_SOURCES(
            "referral_sources",
            "employment_service",
            "employment_service_with_social_services",
            "social_insurance_agency",
            "self",
            "social_services",
            "other"),
    AGENCY_REFERRAL_SHARE("agency_referral_share_by_year", "share_percent");

    private final String file;
    private final List<String> columns;

    PublishedTable(String file, String... columns) {
        this.file = file;
        this.columns = List.of(columns);
    }

    /** The file's name without a year and without its ending. */
    String file() {
        return file;
    }

    List<String> columns() {
        return columns;
    }

    /** Whether its figures are whole people; the others are percentages. */
    boolean holdsCounts() {
        return this == PARTICIPANTS_BY_SEX || this == PARTICIPANTS_BY_YEAR;
    }
}

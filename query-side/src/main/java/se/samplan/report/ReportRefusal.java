package se.samplan.report;

import se.samplan.refusal.Kind;
import se.samplan.refusal.Reason;
import se.samplan.refusal.Wording;

/** Why there is no report. */
enum ReportRefusal implements Reason {
    UNKNOWN_REPORT(Kind.NOT_FOUND, "Den rapporten finns inte.", "There is no such report."),
    UNKNOWN_MUNICIPALITY(Kind.NOT_FOUND, "Kommunen är inte med i Samplan.", "The municipality is not in Samplan."),
    YEAR_NOT_BEGUN(Kind.INVALID, "Året har inte börjat.", "The year has not begun."),
    YEAR_OUT_OF_RANGE(Kind.INVALID, "Välj ett år från 1990.", "Choose a year from 1990 on.");

    private final Wording wording;

    ReportRefusal(Kind kind, String sv, String en) {
        wording = new Wording(kind, sv, en);
    }

    @Override
    public Wording wording() {
        return wording;
    }
}

package se.samplan.casefile;

import se.samplan.fold.CaseEntry;

/** An entry that has rows in the work lists. */
public interface WorkEntry extends CaseEntry {

    /** Adds what it leaves to be done, if anything. */
    void addTo(CaseWork work);
}

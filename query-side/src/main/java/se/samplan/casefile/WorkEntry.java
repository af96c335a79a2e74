package se.samplan.casefile;

import se.samplan.fold.CaseEntry;

/** An entry that has rows in the work lists. */
public interface WorkEntry extends CaseEntry {

    /** Adds the work that it leaves open, if any. */
    void addTo(CaseWork work);
}

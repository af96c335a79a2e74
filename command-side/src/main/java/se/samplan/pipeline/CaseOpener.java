package se.samplan.pipeline;

import se.samplan.access.CaseAccess.CasePerson;
import se.samplan.casework.CaseCommand;

/** Opens a case for the first command that needs it. */
public interface CaseOpener {

    void open(CaseCommand command, CasePerson person) throws Exception;
}

package se.samplan.casework;

import java.util.UUID;
import se.samplan.command.Command;

/** What somebody wants done in a case. */
public interface CaseCommand extends Command {

    CaseId caseId();

    /** The lane in which the sender works. */
    LaneId lane();

    @Override
    default UUID stream() {
        return caseId().value();
    }

    @Override
    default Class<CaseEvent> family() {
        return CaseEvent.class;
    }
}

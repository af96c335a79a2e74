package se.samplan.casework;

import java.time.Instant;
import java.util.UUID;
import org.axonframework.serialization.Revision;

/**
 * The case of a participant was opened by the first command that needed it. Sex and year of birth stay in clear for the
 * figures.
 *
 * @param birthYear the calendar year
 */
@Revision("1")
public record CaseOpened(
        CaseId caseId, ParticipantId participantId, LaneId lane, Sex sex, int birthYear, Instant effectiveAt)
        implements CaseEvent {

    @Override
    public UUID entry() {
        return caseId.value();
    }

    @Override
    public InformationKind informationKind() {
        return InformationKind.CONTACT;
    }
}

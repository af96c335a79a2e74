package se.samplan.caseworker;

import java.time.Instant;
import java.util.UUID;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;
import se.samplan.casework.CaseEvent;
import se.samplan.casework.DocumentClass;
import se.samplan.casework.InformationKind;
import se.samplan.casework.LaneId;
import se.samplan.casework.Sealed;
import se.samplan.casework.SealedText;
import se.samplan.organisation.StaffId;

/** What can have happened to the answer to who is responsible for a lane. */
public sealed interface CaseworkerEvent extends CaseEvent {

    AssignmentId assignmentId();

    @Override
    default UUID entry() {
        return assignmentId().value();
    }

    @Override
    default InformationKind informationKind() {
        return InformationKind.CONTACT;
    }

    /** A caseworker becomes responsible for the lane, replacing the previous one. */
    @Revision("1")
    record CaseworkerAssigned(AssignmentId assignmentId, LaneId lane, StaffId caseworker, Instant effectiveAt)
            implements CaseworkerEvent {}

    /** The caseworker of that assignment is responsible no longer, and nobody else is. */
    @Revision("1")
    record ResponsibilityEnded(AssignmentId assignmentId, LaneId lane, Instant effectiveAt)
            implements CaseworkerEvent {}

    /** The responsible caseworker left the lane to another. */
    @Revision("1")
    record CaseHandedOver(
            AssignmentId assignmentId,
            LaneId lane,
            StaffId from,
            StaffId to,
            @Nullable Sealed note,
            Instant effectiveAt)
            implements CaseworkerEvent {

        public static final SealedText<CaseHandedOver> NOTE =
                new SealedText<>(CaseHandedOver.class, "note", CaseHandedOver::note, DocumentClass.CASE_NOTES);
    }
}

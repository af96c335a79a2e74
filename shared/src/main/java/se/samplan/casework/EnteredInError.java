package se.samplan.casework;

import java.time.Instant;
import java.util.UUID;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the lane was an error: it leaves the views and the figures and stays in the history.
 *
 * @param entry the id of the referral, enrolment, activity or whatever it was
 */
@Revision("1")
public record EnteredInError(
        UUID entry,
        LaneId lane,
        ErrorReason reason,
        @Nullable Sealed explanation,
        Instant effectiveAt) implements CaseEvent {

    public static final SealedText<EnteredInError> EXPLANATION = new SealedText<>(
            EnteredInError.class, "explanation", EnteredInError::explanation, DocumentClass.CASE_NOTES);

    @Override
    public InformationKind informationKind() {
        return InformationKind.CONTACT;
    }

    @Override
    public boolean isOfKindOfItsEntry() {
        return true;
    }
}

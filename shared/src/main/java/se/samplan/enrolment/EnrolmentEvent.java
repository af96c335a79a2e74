package se.samplan.enrolment;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;
import se.samplan.casework.CaseEvent;
import se.samplan.casework.ComputedFrom;
import se.samplan.casework.ComputedFrom.Source;
import se.samplan.casework.DocumentClass;
import se.samplan.casework.InformationKind;
import se.samplan.casework.LaneId;
import se.samplan.casework.Sealed;
import se.samplan.casework.SealedText;
import se.samplan.referral.ReferralId;

/** What can have happened to an enrolment. */
public sealed interface EnrolmentEvent extends CaseEvent {

    EnrolmentId enrolmentId();

    @Override
    default UUID entry() {
        return enrolmentId().value();
    }

    /**
     * The person takes part from now on.
     *
     * @param referralId the accepted referral that it follows; absent if the person came without one
     */
    @Revision("1")
    record ParticipantEnrolled(
            EnrolmentId enrolmentId,
            LaneId lane,
            @Nullable ReferralId referralId,
            EnrolmentForm form,
            @Nullable String unit,
            Instant effectiveAt)
            implements EnrolmentEvent {

        @Override
        public InformationKind informationKind() {
            return InformationKind.PLAN;
        }

        @Override
        public Collection<UUID> restsOn() {
            return referralId == null ? List.of() : List.of(referralId.value());
        }
    }

    /**
     * The person no longer takes part.
     *
     * @param leftOpen entries of the closing check that the caseworker knew of and left open, with the reason
     */
    @Revision("1")
    record EnrolmentEnded(
            EnrolmentId enrolmentId,
            LaneId lane,
            Outcome outcome,
            List<UUID> leftOpen,

            @ComputedFrom(Source.ENTRIES_REFERRED_TO) @Nullable
            Sealed leftOpenReason,

            @Nullable Sealed explanation,
            Instant effectiveAt)
            implements EnrolmentEvent {

        public static final SealedText<EnrolmentEnded> LEFT_OPEN_REASON = new SealedText<>(
                EnrolmentEnded.class, "leftOpenReason", EnrolmentEnded::leftOpenReason, DocumentClass.CASE_NOTES);

        public static final SealedText<EnrolmentEnded> EXPLANATION = new SealedText<>(
                EnrolmentEnded.class, "explanation", EnrolmentEnded::explanation, DocumentClass.CASE_NOTES);

        @Override
        public InformationKind informationKind() {
            return InformationKind.OUTCOME;
        }

        @Override
        public Collection<UUID> refersTo() {
            return leftOpen;
        }

        @Override
        public boolean tellsOfDeath() {
            return outcome == Outcome.DECEASED;
        }
    }
}

package se.samplan.consent;

import java.time.Instant;
import java.util.Set;
import java.util.SortedSet;
import java.util.UUID;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;
import se.samplan.casework.CaseEvent;
import se.samplan.casework.DocumentClass;
import se.samplan.casework.GroundId;
import se.samplan.casework.InformationKind;
import se.samplan.casework.LaneId;
import se.samplan.casework.Sealed;
import se.samplan.casework.SealedText;

/** What can have happened to a participant's consent. */
public sealed interface ConsentEvent extends CaseEvent {

    GroundId groundId();

    @Override
    default UUID entry() {
        return groundId().value();
    }

    @Override
    default InformationKind informationKind() {
        return InformationKind.CONTACT;
    }

    /**
     * The participant consents that the named kinds of information pass between the named parties.
     *
     * @param parties at least two lanes; secrecy is lifted between each two of them, both ways
     * @param validFrom from this instant on
     * @param validTo up to this instant, which no longer belongs to it; absent if until withdrawn
     * @param witness who witnessed an oral consent
     */
    @Revision("1")
    record ConsentRecorded(
            GroundId groundId,
            LaneId lane,
            SortedSet<LaneId> parties,
            SortedSet<InformationKind> kinds,
            ConsentPurpose purpose,
            ConsentForm form,
            @Nullable Sealed witness,
            Instant validFrom,
            @Nullable Instant validTo,
            Instant effectiveAt)
            implements ConsentEvent {

        public static final SealedText<ConsentRecorded> WITNESS =
                new SealedText<>(ConsentRecorded.class, "witness", ConsentRecorded::witness, DocumentClass.CONSENTS);

        @Override
        public Set<LaneId> addressees() {
            return parties;
        }
    }

    /** The participant took the consent back; nothing passes by it from now on. */
    @Revision("1")
    record ConsentWithdrawn(GroundId groundId, LaneId lane, Instant effectiveAt) implements ConsentEvent {}
}

package se.samplan.enrolment;

import com.fasterxml.jackson.annotation.JsonTypeName;
import org.jspecify.annotations.Nullable;
import se.samplan.calendar.SwedishDays;
import se.samplan.casefile.CaseWork;
import se.samplan.casefile.WorkEntry;
import se.samplan.enrolment.EnrolmentEvent.EnrolmentEnded;
import se.samplan.enrolment.EnrolmentEvent.ParticipantEnrolled;
import se.samplan.fold.FactTime;
import se.samplan.fold.LatestFact;

/** An enrolment, folded from its facts. */
@JsonTypeName("enrolment")
public record EnrolmentEntry(
        @Nullable ParticipantEnrolled enrolled, @Nullable LatestFact<Outcome> ended) implements WorkEntry {

    public static final EnrolmentEntry NOTHING = new EnrolmentEntry(null, null);

    public EnrolmentEntry evolve(EnrolmentEvent event, FactTime when) {
        return switch (event) {
            case ParticipantEnrolled e -> new EnrolmentEntry(e, ended);
            case EnrolmentEnded e -> new EnrolmentEntry(enrolled, LatestFact.of(ended, e.outcome(), when));
        };
    }

    @Override
    public void addTo(CaseWork work) {
        if (enrolled == null) {
            return;
        }
        if (ended == null) {
            work.open(enrolled.lane(), SwedishDays.of(enrolled.effectiveAt()));
        } else if (ended.value() == Outcome.DECEASED) {
            work.deceased(enrolled.lane());
        } else {
            work.ended(enrolled.lane());
        }
    }

    public boolean isOpen() {
        return ended == null;
    }
}

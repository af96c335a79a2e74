package se.samplan.registration;

import com.fasterxml.jackson.annotation.JsonTypeName;
import org.jspecify.annotations.Nullable;
import se.samplan.calendar.SwedishDays;
import se.samplan.casefile.CaseWork;
import se.samplan.casefile.WorkEntry;
import se.samplan.casework.LaneId;
import se.samplan.fold.FactTime;
import se.samplan.fold.LatestFact;
import se.samplan.registration.RegistrationEvent.DeregistrationRecorded;
import se.samplan.registration.RegistrationEvent.RegistrationRecorded;

/** A registration with the agency, folded from its facts. */
@JsonTypeName("registration")
public record RegistrationEntry(
        @Nullable RegistrationRecorded recorded, @Nullable LatestFact<DeregistrationReason> ended)
        implements WorkEntry {

    public static final RegistrationEntry NOTHING = new RegistrationEntry(null, null);

    public RegistrationEntry evolve(RegistrationEvent event, FactTime when) {
        return switch (event) {
            case RegistrationRecorded e -> new RegistrationEntry(e, ended);
            case DeregistrationRecorded e -> new RegistrationEntry(recorded, LatestFact.of(ended, e.reason(), when));
        };
    }

    @Override
    public void addTo(CaseWork work) {
        if (recorded == null) {
            return;
        }
        if (ended == null) {
            work.open(recorded.lane(), SwedishDays.of(recorded.effectiveAt()));
            if (recorded.lane().equals(LaneId.AGENCY)) {
                work.inCharge(recorded.office(), recorded.effectiveAt());
            }
        } else if (ended.value() == DeregistrationReason.DECEASED) {
            work.deceased(recorded.lane());
        } else {
            work.ended(recorded.lane());
        }
    }

    public boolean isOpen() {
        return ended == null;
    }
}

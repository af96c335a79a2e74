package se.samplan.registration;

import com.fasterxml.jackson.annotation.JsonTypeName;
import org.jspecify.annotations.Nullable;
import se.samplan.fold.CaseEntry;
import se.samplan.fold.FactTime;
import se.samplan.fold.LatestFact;
import se.samplan.registration.RegistrationEvent.DeregistrationRecorded;
import se.samplan.registration.RegistrationEvent.RegistrationRecorded;

/** A registration with the agency as its facts tell it. */
@JsonTypeName("registration")
public record RegistrationEntry(
        @Nullable RegistrationRecorded recorded, @Nullable LatestFact<DeregistrationReason> ended)
        implements CaseEntry {

    public static final RegistrationEntry NOTHING = new RegistrationEntry(null, null);

    public RegistrationEntry evolve(RegistrationEvent event, FactTime when) {
        return switch (event) {
            case RegistrationRecorded e -> new RegistrationEntry(e, ended);
            case DeregistrationRecorded e -> new RegistrationEntry(recorded, LatestFact.of(ended, e.reason(), when));
        };
    }

    public boolean isOpen() {
        return ended == null;
    }
}

package se.samplan.registration;

import org.jspecify.annotations.Nullable;
import se.samplan.registration.RegistrationEvent.DeregistrationRecorded;
import se.samplan.registration.RegistrationEvent.RegistrationRecorded;
import se.samplan.view.CaseEntry;
import se.samplan.view.Latest;
import se.samplan.view.When;

/** A registration with the agency as its facts tell it. */
public record RegistrationEntry(
        @Nullable RegistrationRecorded recorded, @Nullable Latest<DeregistrationReason> ended) implements CaseEntry {

    public static final RegistrationEntry NOTHING = new RegistrationEntry(null, null);

    public RegistrationEntry evolve(RegistrationEvent event, When when) {
        return switch (event) {
            case RegistrationRecorded e -> new RegistrationEntry(e, ended);
            case DeregistrationRecorded e -> new RegistrationEntry(recorded, Latest.of(ended, e.reason(), when));
        };
    }

    public boolean isOpen() {
        return ended == null;
    }
}

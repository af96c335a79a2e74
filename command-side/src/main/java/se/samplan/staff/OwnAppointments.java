package se.samplan.staff;

import java.util.UUID;
import se.samplan.command.CommandOrigin;
import se.samplan.command.Fact;
import se.samplan.organisation.StaffId;
import se.samplan.store.Query;

/** The staff ids of all appointments that the sender has or had, whatever the role and the organisation. */
public final class OwnAppointments {

    public static final String KEY = "ownAppointments";

    private OwnAppointments() {}

    public static Fact<StaffId> of(CommandOrigin origin) {
        return Fact.all(
                KEY,
                Query.of(
                        row -> new StaffId(row.getObject(1, UUID.class)),
                        "select staff_id from samplan.staff where subject = ?",
                        origin.subject()));
    }
}

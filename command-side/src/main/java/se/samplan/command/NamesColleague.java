package se.samplan.command;

import org.jspecify.annotations.Nullable;
import se.samplan.organisation.StaffId;

/** A command that names somebody who has to be appointed in the sender's lane when it takes effect. */
public interface NamesColleague {

    /** Who it is; absent for the sender. */
    @Nullable
    StaffId colleague();
}

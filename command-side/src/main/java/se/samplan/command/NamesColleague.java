package se.samplan.command;

import se.samplan.staff.StaffId;

/** A command that names somebody who has to be appointed in the sender's lane when it takes effect. */
public interface NamesColleague {

    StaffId colleague();
}

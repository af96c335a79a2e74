package se.samplan.command;

import se.samplan.organisation.StaffId;

/** A command that ends an appointment, and so may leave the installation without an operator. */
public interface EndsAppointment {

    StaffId staffId();
}

package se.samplan.issuer;

/** One person's place in one organisation, in force now, in the role asked for. */
record Appointment(String subject, String organisation) {}

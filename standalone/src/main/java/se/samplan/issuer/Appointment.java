package se.samplan.issuer;

/** One person's current appointment in one organisation, in the requested role. */
record Appointment(String subject, String organisation) {}

package se.samplan.command;

import se.samplan.pipeline.CommandEnvelope;

/** The keys of what travels beside a command. */
public final class CommandMetadata {

    /** A {@link CommandEnvelope}: what came with the command from the door; absent if the program itself sends it. */
    public static final String SENDING = "sending";

    /** A {@link se.samplan.access.Actor}: who sends it, by an appointment in force. */
    public static final String CALLER = "caller";

    /** The version of the case that the sender read, if the sender said so. */
    public static final String IF_MATCH = "ifMatch";

    /** The entry of the first sending, when this is a repeated one that must have no further effect. */
    public static final String REPEATED = "repeated";

    /** Whether whoever the command names is appointed in the sender's lane. */
    public static final String IS_COLLEAGUE = "isColleague";

    /** The staff ids of all appointments that the sender has or had, of a command that takes a second person. */
    public static final String OWN_APPOINTMENTS = "ownAppointments";

    /** Whether the sender's lane has to do with the person whom the command concerns. */
    public static final String IS_IN_LANE = "isInLane";

    /** The participant id of whoever has the number that the command names; absent if nobody has. */
    public static final String KNOWN_PERSON = "knownPerson";

    /** The id of that person's case. */
    public static final String KNOWN_CASE = "knownCase";

    /** The kind of the organisation that the command names; absent if there is none of that id. */
    public static final String ORGANISATION_KIND = "organisationKind";

    /** Whether the appointment that the command ends is an operator's, and no other operator stays. */
    public static final String IS_LAST_OPERATOR = "isLastOperator";

    /** In an event: the staff id of whoever made it. */
    public static final String ACTOR = "actor";

    private CommandMetadata() {}
}

package se.samplan.command;

/** The metadata keys of every command; what single commands need has keys of its own, see {@link Fact}. */
public final class CommandMetadata {

    /** The envelope that the command came in; absent if the program itself sends it. */
    public static final String ENVELOPE = "envelope";

    /** A {@link se.samplan.access.Actor}: who sends it, by an appointment in force. */
    public static final String ACTOR = "appointedActor";

    /** A {@link se.samplan.casework.ReadVersion}: the version that the sender read, if the sender said so. */
    public static final String READ_VERSION = "readVersion";

    /** The entry of the first request, when this one repeats it and must have no further effect. */
    public static final String REPEATED = "repeated";

    /** In an event: the staff id of the actor; a stored name. */
    public static final String ACTOR_ID = "actor";

    private CommandMetadata() {}
}

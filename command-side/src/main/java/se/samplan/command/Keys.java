package se.samplan.command;

/** The keys of what travels beside a command. */
public final class Keys {

    /** A {@link se.samplan.http.Caller}: who sends it, by an appointment in force. */
    public static final String CALLER = "caller";

    /** The version of the case that the sender read, if the sender said so. */
    public static final String IF_MATCH = "ifMatch";

    /** The entry of the first sending, when this is a repeated one that must have no further effect. */
    public static final String REPEATED = "repeated";

    /** The appointed people of the sender's lane, as ids, for commands that name one of them. */
    public static final String COLLEAGUES = "colleagues";

    /** In an event: the staff id of whoever made it. */
    public static final String ACTOR = "actor";

    private Keys() {}
}

package se.samplan.refusal;

/** Why something is refused; an enum for each capability, whose constants' names are the codes that clients rely on. */
public interface Reason {

    /** The stable code. */
    String name();

    Wording wording();

    default Kind kind() {
        return wording().kind();
    }
}

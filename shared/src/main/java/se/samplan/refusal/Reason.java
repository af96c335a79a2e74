package se.samplan.refusal;

/** Why something is refused; an enum for each capability, whose constants' names are the codes that clients rely on. */
public interface Reason {

    /** The stable code. */
    String name();

    Kind kind();

    /** What is the case and what to do next, in Swedish. */
    String sv();

    /** What is the case and what to do next, in English. */
    String en();
}

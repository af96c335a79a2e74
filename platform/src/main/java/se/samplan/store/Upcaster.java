package se.samplan.store;

import tools.jackson.databind.node.ObjectNode;

/** Converts an event stored in one revision into the next: one hop. */
public interface Upcaster {

    /** The stored type it is for. */
    String type();

    /** The revision it reads; it produces the next one. */
    int from();

    /** The payload in the next revision; {@code old} may be changed in place. */
    ObjectNode up(ObjectNode old);
}

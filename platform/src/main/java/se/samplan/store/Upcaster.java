package se.samplan.store;

import tools.jackson.databind.node.ObjectNode;

/** One hop that turns an event stored in one revision into the shape of the next. */
public interface Upcaster {

    /** The stored type it is for. */
    String type();

    /** The revision it reads; it gives the next one. */
    int from();

    /** The payload in the next revision; {@code old} may be changed in place. */
    ObjectNode up(ObjectNode old);
}

/**
 * What is stored, and the small types that both sides need to read it. It is a module so that a sealed family may span
 * its packages; everybody reads it from the class path, so it exports nothing.
 */
module se.samplan.shared {
    requires transitive org.jspecify;
    requires com.fasterxml.jackson.annotation;
    requires org.axonframework.messaging;
}

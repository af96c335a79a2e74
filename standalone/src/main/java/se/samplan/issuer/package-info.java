/** The demo issuer: tokens for any person whom the appointments name, to callers on this machine. */
@NullMarked
package se.samplan.issuer;

import org.jspecify.annotations.NullMarked;

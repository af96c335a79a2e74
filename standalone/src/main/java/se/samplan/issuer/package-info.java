/** The demo issuer: gives callers on this machine tokens for any appointed person. */
@NullMarked
package se.samplan.issuer;

import org.jspecify.annotations.NullMarked;

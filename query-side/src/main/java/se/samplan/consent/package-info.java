/** Consents as the views show them. */
@NullMarked
package se.samplan.consent;

import org.jspecify.annotations.NullMarked;

/** Consents and other legal grounds, and what they let pass between lanes. */
@NullMarked
package se.samplan.consent;

import org.jspecify.annotations.NullMarked;

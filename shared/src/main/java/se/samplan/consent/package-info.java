/** Consents and other legal grounds, and what they let lanes share. */
@NullMarked
package se.samplan.consent;

import org.jspecify.annotations.NullMarked;

/** Records consents, and knows which of them are in force. */
@NullMarked
package se.samplan.consent;

import org.jspecify.annotations.NullMarked;

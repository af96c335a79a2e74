/** Tests of the caseload and its sending. */
@NullMarked
package se.samplan.client.caseload;

import org.jspecify.annotations.NullMarked;

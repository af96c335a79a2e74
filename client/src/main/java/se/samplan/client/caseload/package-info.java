/** Makes a realistic caseload from published tables, sends it through the public API as the roles would, and checks the reports. */
@NullMarked
package se.samplan.client.caseload;

import org.jspecify.annotations.NullMarked;

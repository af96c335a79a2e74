/** Responsible caseworkers as the views show them. */
@NullMarked
package se.samplan.caseworker;

import org.jspecify.annotations.NullMarked;

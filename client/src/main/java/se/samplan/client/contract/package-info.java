/** Generates requests over the contract of a running Samplan, and judges its answers by it. */
@NullMarked
package se.samplan.client.contract;

import org.jspecify.annotations.NullMarked;

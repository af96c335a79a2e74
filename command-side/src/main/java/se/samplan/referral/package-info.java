/** Decides on referrals. */
@NullMarked
package se.samplan.referral;

import org.jspecify.annotations.NullMarked;

/** Referrals as the views show them. */
@NullMarked
package se.samplan.referral;

import org.jspecify.annotations.NullMarked;

/** Referrals: someone sends a person to the labour-market unit. */
@NullMarked
package se.samplan.referral;

import org.jspecify.annotations.NullMarked;

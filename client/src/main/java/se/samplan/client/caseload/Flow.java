package se.samplan.client.caseload;

/**
 * Who makes the year's referrals of a municipality: so many of each, summing up to the referrals.
 *
 * @param begun participants whose enrolment began in the year, after a referral in the year
 * @param returning of these, who came back within the year, after a second referral
 * @param declined further people whose referral was declined
 * @param overdue further people whose referral nobody answered in time
 */
record Flow(int begun, int returning, int declined, int overdue) {

    /** What the shares imply, before the referral table has its say. */
    static Flow implied(Weights weights, int participants, int shortest, int mostBegun) {
        return new Flow(
                Math.min(mostBegun, weights.of(Weight.BEGUN, participants)),
                Math.min(shortest, weights.of(Weight.RETURNING, participants)),
                weights.of(Weight.DECLINED, participants),
                weights.of(Weight.OVERDUE, participants));
    }

    int referrals() {
        return begun + returning + declined + overdue;
    }

    /** The same with just so many referrals: more or fewer who begin, then more or fewer who are declined. */
    Flow withReferrals(int referrals, int mostBegun) {
        int newBegun = Math.clamp((long) begun + referrals - referrals(), 0, mostBegun);
        int rest = referrals - newBegun - returning - overdue;
        if (rest >= 0 && newBegun >= returning) {
            return new Flow(newBegun, returning, rest, overdue);
        }
        int most = Math.min(mostBegun, referrals);
        return new Flow(most, 0, referrals - most, 0);
    }
}

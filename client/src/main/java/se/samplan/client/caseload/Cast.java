package se.samplan.client.caseload;

/** Those of the staff who deal with one person. */
record Cast(Actor social, Actor municipal, Actor colleague, Actor agency, Actor decider, Actor second, Roster roster) {

    static Cast of(Roster roster, Person person, Fate fate) {
        if (fate.isProtected()) {
            return new Cast(
                    roster.socialOfProtected(),
                    roster.municipalOfProtected(),
                    roster.municipalOfProtected(),
                    roster.agencyOfProtected(),
                    roster.agencyOfProtected(),
                    roster.agencyOfProtected(),
                    roster);
        }
        int turn = person.number() % roster.pairs();
        return new Cast(
                roster.social(turn + 1),
                roster.municipal(turn + 1),
                roster.municipal((turn + 1) % roster.pairs() + 1),
                roster.agency(turn + 1),
                roster.decider(1),
                roster.decider(2),
                roster);
    }
}

package se.samplan.client.caseload;

/** Those of the staff who deal with one person. */
record AssignedStaff(
        StaffActor social,
        StaffActor municipal,
        StaffActor colleague,
        StaffActor agency,
        StaffActor decider,
        StaffActor second,
        Roster roster) {

    static AssignedStaff of(Roster roster, Person person, Scenario scenario) {
        if (scenario.isProtected()) {
            return new AssignedStaff(
                    roster.socialOfProtected(),
                    roster.municipalOfProtected(),
                    roster.municipalOfProtected(),
                    roster.agencyOfProtected(),
                    roster.agencyOfProtected(),
                    roster.agencyOfProtected(),
                    roster);
        }
        int turn = person.number() % roster.pairs();
        return new AssignedStaff(
                roster.social(turn + 1),
                roster.municipal(turn + 1),
                roster.municipal((turn + 1) % roster.pairs() + 1),
                roster.agency(turn + 1),
                roster.decider(1),
                roster.decider(2),
                roster);
    }
}

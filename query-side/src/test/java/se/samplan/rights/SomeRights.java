package se.samplan.rights;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import se.samplan.casework.CaseId;
import se.samplan.casework.CaseOpened;
import se.samplan.casework.EnteredInError;
import se.samplan.casework.ErrorReason;
import se.samplan.casework.GroundId;
import se.samplan.casework.InformationKind;
import se.samplan.casework.LaneId;
import se.samplan.casework.ParticipantId;
import se.samplan.casework.Protection;
import se.samplan.casework.Sex;
import se.samplan.caseworker.AssignmentId;
import se.samplan.caseworker.CaseworkerEvent.CaseHandedOver;
import se.samplan.caseworker.CaseworkerEvent.CaseworkerAssigned;
import se.samplan.caseworker.CaseworkerEvent.ResponsibilityEnded;
import se.samplan.consent.ConsentEvent.ConsentRecorded;
import se.samplan.consent.ConsentEvent.ConsentWithdrawn;
import se.samplan.consent.ConsentForm;
import se.samplan.consent.ConsentPurpose;
import se.samplan.organisation.Branch;
import se.samplan.organisation.Mandate;
import se.samplan.organisation.OrganisationId;
import se.samplan.organisation.OrganisationKind;
import se.samplan.organisation.Role;
import se.samplan.organisation.StaffId;
import se.samplan.participant.NumberKind;
import se.samplan.participant.ParticipantEvent.ParticipantRecognised;
import se.samplan.participant.ParticipantEvent.ParticipantRegistered;
import se.samplan.participant.ParticipantEvent.ProtectedIdentityLifted;
import se.samplan.participant.ParticipantEvent.ProtectedIdentityMarked;
import se.samplan.participant.ParticipantEvent.ProtectionProposed;
import se.samplan.policy.PolicyEvent.PolicySet;
import se.samplan.policy.PolicyId;
import se.samplan.policy.PolicyKind;
import se.samplan.staff.OrganisationEvent.OrganisationRegistered;
import se.samplan.staff.StaffEvent.StaffAppointmentEnded;
import se.samplan.staff.StaffEvent.StaffMemberAppointed;
import se.samplan.store.TestStore;

/** Events after which every table of rights has rows, some of them changed and some removed again. */
record SomeRights(TestStore store) {

    private static final Instant MARCH = Instant.parse("2022-03-01T09:00:00Z");
    private static final OrganisationId MUNICIPALITY = new OrganisationId("1481");
    private static final LaneId LABOUR_MARKET = LaneId.of("1481:LABOUR_MARKET");
    private static final LaneId AGENCY = LaneId.of("AF:AGENCY");

    void happen() {
        organisation();
        policies();
        var first = appointed();
        var second = appointed();
        store.append(second.value(), new StaffAppointmentEnded(MARCH));
        for (int i = 0; i < 3; i++) {
            someone(first, second);
        }
    }

    private void organisation() {
        store.append(
                UUID.randomUUID(),
                new OrganisationRegistered(
                        MUNICIPALITY,
                        OrganisationKind.MUNICIPALITY,
                        "Mölndal",
                        "14",
                        null,
                        new TreeSet<>(List.of(Branch.LABOUR_MARKET)),
                        MARCH));
    }

    private void policies() {
        var stream = UUID.randomUUID();
        for (int days = 1; days < 4; days++) {
            var values = new TreeMap<String, String>();
            values.put("days", Integer.toString(days));
            store.append(
                    stream,
                    new PolicySet(
                            MUNICIPALITY,
                            new PolicyId(UUID.randomUUID()),
                            PolicyKind.CLEARANCE_ANSWER,
                            values,
                            LocalDate.of(2022, 1, 1),
                            null,
                            MARCH));
        }
    }

    private StaffId appointed() {
        var id = new StaffId(UUID.randomUUID());
        store.append(
                id.value(),
                new StaffMemberAppointed(
                        id,
                        MUNICIPALITY,
                        id.toString(),
                        Role.MUNICIPAL_CASEWORKER,
                        Branch.LABOUR_MARKET,
                        null,
                        new TreeSet<>(List.of(Mandate.PROTECTED_IDENTITIES)),
                        MARCH,
                        null,
                        MARCH));
        return id;
    }

    /** Registered by one lane and told of to another; a consent that was withdrawn, a hand-over that was an error. */
    void someone(StaffId first, StaffId second) {
        var person = new ParticipantId(UUID.randomUUID());
        var caseId = new CaseId(UUID.randomUUID());
        store.append(
                person.value(),
                new ParticipantRegistered(
                        person, caseId, LABOUR_MARKET, NumberKind.PERSONAL_NUMBER, Sex.WOMAN, 1988, MARCH));
        store.append(person.value(), new ParticipantRecognised(LaneId.of("1481:SOCIAL_SERVICES"), MARCH));
        store.append(person.value(), new ProtectionProposed(LABOUR_MARKET, Protection.SECRECY_MARKING, MARCH));
        store.append(person.value(), new ProtectedIdentityMarked(LABOUR_MARKET, Protection.SECRECY_MARKING, MARCH));
        store.append(person.value(), new ProtectedIdentityLifted(LABOUR_MARKET, MARCH));
        store.append(person.value(), new ProtectedIdentityMarked(LABOUR_MARKET, Protection.SECRECY_MARKING, MARCH));
        store.append(caseId.value(), new CaseOpened(caseId, person, LABOUR_MARKET, Sex.WOMAN, 1988, MARCH), consent());
        var withdrawn = consent();
        store.append(caseId.value(), withdrawn);
        store.append(caseId.value(), new ConsentWithdrawn(withdrawn.groundId(), LABOUR_MARKET, later(3)));
        var error = consent();
        store.append(caseId.value(), error);
        store.append(caseId.value(), inError(error.entry()));
        store.append(
                caseId.value(),
                new CaseworkerAssigned(new AssignmentId(UUID.randomUUID()), LABOUR_MARKET, first, MARCH));
        var handedOver =
                new CaseHandedOver(new AssignmentId(UUID.randomUUID()), LABOUR_MARKET, first, second, null, later(5));
        store.append(caseId.value(), handedOver);
        store.append(caseId.value(), inError(handedOver.entry()));
        ended(caseId, first, second);
    }

    /** One that ended, in the instant at which another began that was an error. */
    private void ended(CaseId caseId, StaffId first, StaffId second) {
        var assigned = new CaseworkerAssigned(AssignmentId.random(), AGENCY, first, MARCH);
        var next = new CaseworkerAssigned(AssignmentId.random(), AGENCY, second, later(5));
        store.append(caseId.value(), assigned);
        store.append(caseId.value(), new ResponsibilityEnded(assigned.assignmentId(), AGENCY, later(5)));
        store.append(caseId.value(), next);
        store.append(caseId.value(), new EnteredInError(next.entry(), AGENCY, ErrorReason.WRONG_FACTS, null, later(9)));
    }

    private static ConsentRecorded consent() {
        return new ConsentRecorded(
                new GroundId(UUID.randomUUID()),
                LABOUR_MARKET,
                new TreeSet<>(List.of(LABOUR_MARKET, AGENCY)),
                new TreeSet<>(List.of(InformationKind.PLAN)),
                ConsentPurpose.COORDINATED_PLANNING,
                ConsentForm.WRITTEN,
                null,
                MARCH,
                null,
                MARCH);
    }

    private static EnteredInError inError(UUID entry) {
        return new EnteredInError(entry, LABOUR_MARKET, ErrorReason.WRONG_FACTS, null, later(9));
    }

    private static Instant later(int days) {
        return MARCH.plus(Duration.ofDays(days));
    }
}

package se.samplan.enrolment;

import static se.samplan.coordination.CaseUnderTest.CASE;
import static se.samplan.coordination.CaseUnderTest.MUNICIPALITY;

import se.samplan.casework.CaseCommand;
import se.samplan.command.EffectiveAt;

/** Some enrolment, for tests of what holds for every command. */
public final class AnyEnrolment {

    private AnyEnrolment() {}

    public static CaseCommand at(EffectiveAt effectiveAt) {
        return new EnrolParticipant(
                CASE, MUNICIPALITY, EnrolmentId.random(), null, EnrolmentForm.PROGRAMME, null, effectiveAt, null);
    }
}

package se.samplan.coordination;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samplan.coordination.CaseUnderTest.AGENCY;
import static se.samplan.coordination.CaseUnderTest.CASE;
import static se.samplan.coordination.CaseUnderTest.MUNICIPALITY;
import static se.samplan.coordination.CaseUnderTest.NOW;
import static se.samplan.coordination.CaseUnderTest.SOCIAL_SERVICES;
import static se.samplan.coordination.CaseUnderTest.THEN;
import static se.samplan.coordination.CaseUnderTest.where;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import se.samplan.casework.CaseEvent;
import se.samplan.casework.CaseRefusal;
import se.samplan.casework.Deaths;
import se.samplan.casework.EnteredInError;
import se.samplan.casework.ErrorReason;
import se.samplan.casework.GroundId;
import se.samplan.casework.InformationKind;
import se.samplan.casework.LaneId;
import se.samplan.casework.Provenance;
import se.samplan.casework.TakesReason;
import se.samplan.command.EffectiveAt;
import se.samplan.coordination.CaseUnderTest.Decided;
import se.samplan.enrolment.AnyEnrolment;
import se.samplan.enrolment.EnrolmentEvent.EnrolmentEnded;
import se.samplan.enrolment.EnrolmentEvent.ParticipantEnrolled;
import se.samplan.enrolment.EnrolmentForm;
import se.samplan.enrolment.EnrolmentId;
import se.samplan.enrolment.Outcome;
import se.samplan.organisation.OrganisationId;
import se.samplan.plan.ActivityEvent.ActivityStarted;
import se.samplan.plan.ActivityId;
import se.samplan.plan.ActivityKind;
import se.samplan.referral.ReferralEvent.ReferralOverdue;
import se.samplan.referral.ReferralId;
import se.samplan.registration.DeregistrationReason;
import se.samplan.registration.RegistrationChannel;
import se.samplan.registration.RegistrationEvent.DeregistrationRecorded;
import se.samplan.registration.RegistrationEvent.RegistrationRecorded;
import se.samplan.registration.RegistrationId;
import se.samplan.registration.Routing;

/** A person whose enrolment or registration ended as deceased, on 3 March: what comes later is warned of. */
class AfterDeathTest {

    private static final EnrolmentId ENROLMENT = EnrolmentId.random();
    private static final LocalDate DAY = LocalDate.of(2022, 3, 3);
    private static final Instant DEATH = Instant.parse("2022-03-03T08:00:00Z");
    private static final Instant DAY_AFTER = Instant.parse("2022-03-03T23:00:00Z"); // midnight in Stockholm

    private static final ReferralId REFERRAL = ReferralId.random();
    private static final LocalDate RESPOND_BY = LocalDate.of(2022, 3, 7);

    private static CaseEvent[] died(LaneId lane) {
        return ended(lane, Outcome.DECEASED);
    }

    private static CaseEvent[] ended(LaneId lane, Outcome outcome) {
        return new CaseEvent[] {
            new ParticipantEnrolled(ENROLMENT, lane, null, EnrolmentForm.PROGRAMME, null, THEN),
            new EnrolmentEnded(ENROLMENT, lane, outcome, List.of(), null, null, DEATH)
        };
    }

    @SuppressWarnings("unchecked")
    private static List<Object> warnings(Decided decided) {
        return (List<Object>) decided.accepted().responseFields().getOrDefault("warnings", List.of());
    }

    private static Decided enrolled(CaseUnderTest person, EffectiveAt at) {
        return person.when(AnyEnrolment.at(at));
    }

    @Test
    void what_happened_on_a_later_day_is_warned_of() {
        var person = where(died(MUNICIPALITY));

        assertThat(warnings(enrolled(person, EffectiveAt.instant(DAY_AFTER)))).isEqualTo(Deaths.WARNING);
        assertThat(warnings(enrolled(person, EffectiveAt.day(DAY.plusDays(1))))).isEqualTo(Deaths.WARNING);
        assertThat(warnings(enrolled(person, EffectiveAt.instant(DAY_AFTER.minusNanos(1_000)))))
                .isEmpty();
        assertThat(warnings(enrolled(person, EffectiveAt.day(DAY)))).isEmpty();
        assertThat(warnings(enrolled(where(ended(MUNICIPALITY, Outcome.OTHER)), EffectiveAt.instant(NOW))))
                .isEmpty();
    }

    @Test
    void whatever_is_accepted_warns_and_what_takes_a_reason_needs_it() {
        var any = new AnyCommand(new Random(4711));
        var person = where(died(MUNICIPALITY))
                .having(open(MUNICIPALITY), Happened.planned(ActivityId.random(), MUNICIPALITY, ActivityKind.COACHING));
        var warned = new HashSet<Class<?>>();
        var reasoned = new HashSet<Class<?>>();
        for (int i = 0; i < 40; i++) {
            for (var type : AnyCommand.types()) {
                var command = any.of(type, MUNICIPALITY, NOW, person.history());
                var decided = person.when(command);
                if (command instanceof TakesReason motion && motion.reason() == null) {
                    assertThat(decided.refusal()).isEqualTo(CaseRefusal.REASON_NEEDED_AFTER_DEATH);
                    reasoned.add(type);
                } else if (decided.failure() == null) {
                    assertThat(warnings(decided)).as(command.toString()).containsAll(Deaths.WARNING);
                    assertThat(decided.events(ActivityStarted.class))
                            .allSatisfy(started -> assertThat(started.reason()).isNotNull());
                    warned.add(type);
                }
            }
        }
        assertThat(warned)
                .hasSizeGreaterThan(6)
                .extracting(Class::getSimpleName)
                .contains("StartActivity");
        assertThat(reasoned).hasSize(2);
    }

    @Test
    void a_deregistration_tells_as_well() {
        var id = RegistrationId.random();
        var person = where(
                new RegistrationRecorded(
                        id,
                        AGENCY,
                        new OrganisationId("AF-1481"),
                        RegistrationChannel.DIGITAL,
                        Routing.PROVIDER,
                        null,
                        null,
                        Provenance.OWN,
                        null,
                        THEN),
                new DeregistrationRecorded(id, AGENCY, DeregistrationReason.DECEASED, null, DEATH));
        var any = new AnyCommand(new Random(1));

        assertThat(warnings(person.when(any.of(planning(), AGENCY, NOW, person.history()))))
                .containsAll(Deaths.WARNING);
    }

    private static Class<?> planning() {
        return AnyCommand.types().stream()
                .filter(type -> type.getSimpleName().equals("DraftPlan"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_death_told_in_another_lane_is_known_by_a_ground_only() {
        var hidden = where(died(SOCIAL_SERVICES));
        var at = EffectiveAt.instant(NOW);

        assertThat(warnings(enrolled(hidden, at))).isEmpty();

        var shared = where(died(SOCIAL_SERVICES))
                .having(Happened.consent(
                        GroundId.random(), Set.of(InformationKind.OUTCOME), MUNICIPALITY, SOCIAL_SERVICES));
        assertThat(warnings(enrolled(shared, at))).isEqualTo(Deaths.WARNING);
    }

    @Test
    void one_entered_in_error_is_forgotten() {
        var person = where(died(MUNICIPALITY))
                .having(new EnteredInError(
                        ENROLMENT.value(), MUNICIPALITY, ErrorReason.WRONG_FACTS, null, THEN.plusSeconds(1)));

        assertThat(warnings(enrolled(person, EffectiveAt.instant(NOW)))).isEmpty();
    }

    @Test
    void deadlines_fall_silent_in_the_lane_that_was_told_and_in_no_other() {
        assertThat(overdue(null)).hasSize(1);
        assertThat(overdue(MUNICIPALITY)).isEmpty();
        assertThat(overdue(SOCIAL_SERVICES)).hasSize(1);
    }

    private static List<ReferralOverdue> overdue(@Nullable LaneId told) {
        var person = where(open(MUNICIPALITY));
        if (told != null) {
            person.having(died(told));
        }
        return person.when(new LetTimePass(CASE, MUNICIPALITY, EffectiveAt.instant(NOW)))
                .events(ReferralOverdue.class);
    }

    /** A referral that is not answered. */
    private static CaseEvent open(LaneId by) {
        return Happened.referral(REFERRAL, by, LaneId.of("1480:LABOUR_MARKET"), RESPOND_BY);
    }
}

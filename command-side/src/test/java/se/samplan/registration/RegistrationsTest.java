package se.samplan.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samplan.coordination.CaseUnderTest.AGENCY;
import static se.samplan.coordination.CaseUnderTest.CASE;
import static se.samplan.coordination.CaseUnderTest.MUNICIPALITY;
import static se.samplan.coordination.CaseUnderTest.NOW;
import static se.samplan.coordination.CaseUnderTest.TEXT;
import static se.samplan.coordination.CaseUnderTest.THEN;
import static se.samplan.coordination.CaseUnderTest.where;

import java.time.Instant;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.samplan.casework.LaneId;
import se.samplan.casework.Provenance;
import se.samplan.command.EffectiveAt;
import se.samplan.command.TimeRefusal;
import se.samplan.coordination.CaseUnderTest;
import se.samplan.organisation.OrganisationId;
import se.samplan.registration.RegistrationEvent.DeregistrationRecorded;
import se.samplan.registration.RegistrationEvent.RegistrationRecorded;
import se.samplan.staff.KindOfOrganisation;

class RegistrationsTest {

    private static final RegistrationId ID = RegistrationId.random();
    private static final OrganisationId OFFICE = new OrganisationId("AF-1481");

    private static RegistrationRecorded recorded(LaneId lane, Provenance provenance, Instant at) {
        return new RegistrationRecorded(
                ID, lane, OFFICE, RegistrationChannel.DIGITAL, Routing.PROVIDER, "A2", "2021.2", provenance, null, at);
    }

    private static CaseUnderTest registered() {
        return where(recorded(AGENCY, Provenance.OWN, THEN));
    }

    private static RecordRegistration record(LaneId lane, Provenance provenance, Instant at) {
        return new RecordRegistration(
                CASE,
                lane,
                ID,
                OFFICE,
                RegistrationChannel.DIGITAL,
                Routing.PROVIDER,
                "A2",
                "2021.2",
                provenance,
                EffectiveAt.instant(at),
                null);
    }

    private static RecordDeregistration deregister(LaneId lane, Instant at) {
        return new RecordDeregistration(
                CASE, lane, ID, new Deregistration(DeregistrationReason.REPORT_MISSED, TEXT, EffectiveAt.instant(at)));
    }

    @Nested
    class Record_registration {

        @Test
        void is_the_agencys_own_or_stated_to_a_municipality() {
            assertThat(where().when(record(AGENCY, Provenance.OWN, NOW)).events())
                    .containsExactly(recorded(AGENCY, Provenance.OWN, NOW));
            assertThat(where().when(record(MUNICIPALITY, Provenance.STATED, NOW))
                            .events())
                    .containsExactly(recorded(MUNICIPALITY, Provenance.STATED, NOW));
        }

        @Test
        void says_how_it_is_known() {
            assertThat(where().when(record(AGENCY, Provenance.STATED, NOW)).refusal())
                    .isEqualTo(RegistrationRefusal.PROVENANCE_NEEDED);
            assertThat(where().when(record(MUNICIPALITY, Provenance.OWN, NOW)).refusal())
                    .isEqualTo(RegistrationRefusal.PROVENANCE_NEEDED);
        }

        @ParameterizedTest
        @ValueSource(strings = {"AGENCY", "MUNICIPALITY", "PROVIDER", "none registered"})
        void is_at_an_agency_office(String kind) {
            assertThat(where().with(KindOfOrganisation.KEY, kind)
                            .when(record(AGENCY, Provenance.OWN, NOW))
                            .refusal())
                    .isEqualTo(RegistrationRefusal.UNKNOWN_OFFICE);
        }

        @Test
        void stands_once_for_each_party_until_it_ends() {
            var ended =
                    registered().having(new DeregistrationRecorded(ID, AGENCY, DeregistrationReason.WORK, null, NOW));

            assertThat(registered().when(record(AGENCY, Provenance.OWN, NOW)).refusal())
                    .isEqualTo(RegistrationRefusal.ALREADY_REGISTERED_THERE);
            assertThat(registered()
                            .when(record(MUNICIPALITY, Provenance.STATED, NOW))
                            .events())
                    .as("the municipality need not know that it stands")
                    .hasSize(1);
            assertThat(ended.when(record(AGENCY, Provenance.OWN, NOW)).events()).hasSize(1);
            assertThat(ended.when(record(AGENCY, Provenance.OWN, NOW.minusNanos(1_000)))
                            .refusal())
                    .isEqualTo(RegistrationRefusal.ALREADY_REGISTERED_THERE);
        }
    }

    @Nested
    class Periods {

        private static final Instant EARLIER = Instant.parse("2020-01-10T09:00:00Z");

        private static RecordRegistration past(Instant from, Instant to) {
            return new RecordRegistration(
                    CASE,
                    AGENCY,
                    ID,
                    OFFICE,
                    RegistrationChannel.DIGITAL,
                    Routing.PROVIDER,
                    "A2",
                    "2021.2",
                    Provenance.OWN,
                    EffectiveAt.instant(from),
                    new Deregistration(DeregistrationReason.WORK, TEXT, EffectiveAt.instant(to)));
        }

        @Test
        void a_past_one_is_entered_later_with_its_end() {
            assertThat(registered().when(past(EARLIER, THEN)).events())
                    .as("it ends when the next begins")
                    .containsExactly(
                            recorded(AGENCY, Provenance.OWN, EARLIER),
                            new DeregistrationRecorded(ID, AGENCY, DeregistrationReason.WORK, TEXT, THEN));
            assertThat(registered().when(past(EARLIER, THEN.plusNanos(1_000))).refusal())
                    .isEqualTo(RegistrationRefusal.ALREADY_REGISTERED_THERE);
            assertThat(registered()
                            .when(record(AGENCY, Provenance.OWN, EARLIER))
                            .refusal())
                    .as("without an end it goes on into the next")
                    .isEqualTo(RegistrationRefusal.ALREADY_REGISTERED_THERE);
        }
    }

    @Nested
    class Record_deregistration {

        @Test
        void ends_it_once_with_a_reason() {
            assertThat(registered().when(deregister(AGENCY, NOW)).events())
                    .containsExactly(
                            new DeregistrationRecorded(ID, AGENCY, DeregistrationReason.REPORT_MISSED, TEXT, NOW));
            assertThat(registered()
                            .having(new DeregistrationRecorded(ID, AGENCY, DeregistrationReason.WORK, null, THEN))
                            .when(deregister(AGENCY, NOW))
                            .refusal())
                    .isEqualTo(RegistrationRefusal.REGISTRATION_ENDED);
        }

        @Test
        void is_for_ones_own_and_not_before_it_began() {
            assertThat(registered().when(deregister(MUNICIPALITY, NOW)).refusal())
                    .isEqualTo(RegistrationRefusal.UNKNOWN_REGISTRATION);
            assertThat(registered().when(deregister(AGENCY, THEN)).events()).hasSize(1);
            assertThat(registered()
                            .when(deregister(AGENCY, THEN.minusNanos(1_000)))
                            .refusal())
                    .isEqualTo(TimeRefusal.BEFORE_ITS_CAUSE);
        }
    }
}

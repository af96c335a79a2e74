package se.samplan.subsidy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import se.samplan.participant.CheckDigit;
import se.samplan.refusal.Rejected;
import se.samplan.subsidy.OrganisationNumber.LegalPerson;
import se.samplan.subsidy.OrganisationNumber.SoleTrader;
import se.samplan.vault.SecretNumber;

class OrganisationNumberTest {

    private static String completed(String nineDigits) {
        return IntStream.range(0, 10)
                .mapToObj(digit -> nineDigits + digit)
                .filter(CheckDigit::holds)
                .findFirst()
                .orElseThrow();
    }

    private static OrganisationNumberRefusal refusal(String text) {
        var rejected = catchThrowableOfType(Rejected.class, () -> OrganisationNumber.parse(text));
        assertThat(rejected).as("refusal").isNotNull();
        return (OrganisationNumberRefusal) rejected.reason();
    }

    private static UUID neverAsked(SecretNumber number) {
        throw new AssertionError("the vault has nothing to do with " + number);
    }

    @Test
    void a_legal_persons_number_is_the_employers_id_in_ten_digits() {
        // The agency's own.
        assertThat(OrganisationNumber.parse("202100-2114").employer(OrganisationNumberTest::neverAsked))
                .isEqualTo(OrganisationNumber.parse("2021002114").employer(OrganisationNumberTest::neverAsked))
                .isEqualTo(new EmployerId("2021002114"));
    }

    @Test
    void the_third_digit_tells_legal_persons_from_sole_traders() {
        assertThat(IntStream.range(2, 10)
                        .mapToObj(digit -> OrganisationNumber.parse(completed("55" + digit + "005555"))))
                .hasOnlyElementsOfType(LegalPerson.class);
        assertThat(Stream.of("850131239", "851231239", "850191239", "000229239", "850072239", "850460239", "850060239")
                        .map(nine -> OrganisationNumber.parse(completed(nine))))
                .hasOnlyElementsOfType(SoleTrader.class);
    }

    @Test
    void a_sole_traders_number_goes_to_the_vault_and_its_id_stands_for_the_employer() {
        var id = UUID.randomUUID();
        var asked = new ArrayList<SecretNumber>();
        var number = OrganisationNumber.parse(completed("850131239"));

        var employer = number.employer(secret -> {
            asked.add(secret);
            return id;
        });

        assertThat(employer).isEqualTo(new EmployerId(id.toString()));
        assertThat(asked).singleElement().satisfies(secret -> {
            assertThat(secret.subject()).isEqualTo(SecretNumber.Subject.SOLE_TRADER);
            assertThat(secret.revealed().equals(completed("850131239"))).isTrue();
        });
    }

    @Test
    void a_sole_traders_number_does_not_show_itself() {
        assertThat(OrganisationNumber.parse(completed("850131239")).toString()).isEqualTo("SoleTrader[hidden]");
    }

    @Test
    void a_sole_traders_date_must_be_in_the_calendar() {
        assertThat(Stream.of("850230239", "851331239", "850031239", "850100239", "850192239", "010229239")
                        .map(nine -> refusal(completed(nine))))
                .containsOnly(OrganisationNumberRefusal.ORGANISATION_NUMBER_NO_SUCH_DATE);
    }

    @Test
    void a_wrong_check_digit_is_refused() {
        assertThat(IntStream.range(0, 10).filter(digit -> digit != 4).mapToObj(digit -> refusal("202100-211" + digit)))
                .containsOnly(OrganisationNumberRefusal.ORGANISATION_NUMBER_CHECK_DIGIT);
    }

    @Test
    void any_other_shape_is_malformed() {
        assertThat(Stream.of(
                                "",
                                "202100",
                                "16202100-2114",
                                "2021-002114",
                                " 202100-2114",
                                "202100-2114\n",
                                "202100+2114",
                                "20210A-2114",
                                "٢٠٢١٠٠٢١١٤")
                        .map(OrganisationNumberTest::refusal))
                .containsOnly(OrganisationNumberRefusal.ORGANISATION_NUMBER_MALFORMED);
    }
}

package se.samplan.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is found out without the pattern is what the pattern says, on both sides of where it is asked. */
class OrganisationIdTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0",
                "9",
                "A",
                "Z",
                "/",
                ":",
                "@",
                "[",
                "a",
                "Å",
                "-",
                "AF",
                "1481",
                "A-1",
                "-1",
                "1481 ",
                "AF-LULEÅ",
                "900101123",
                "9001011234",
                "900101T123",
                "900101-1234",
                "9001011TR",
                "A9001011234",
                "ABCDEFGHIJ",
                "ABCDEFGHI"
            })
    void a_code_is_what_the_pattern_says(String written) {
        assertThat(OrganisationId.isCode(written)).isEqualTo(Pattern.matches(OrganisationId.PATTERN, written));
    }
}

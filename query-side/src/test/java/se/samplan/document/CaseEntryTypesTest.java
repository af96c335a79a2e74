package se.samplan.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import se.samplan.fold.FoldLawTest;
import se.samplan.fold.Histories;
import se.samplan.plans.CaseStateFold;
import tools.jackson.databind.jsontype.NamedType;

/** Entries of a case stand in documents under names that do not change with their classes. */
class CaseEntryTypesTest {

    @Test
    void stored_names_are_what_they_always_were() {
        assertThat(Arrays.stream(CaseEntryTypes.NAMED).map(NamedType::getName))
                .contains(
                        "referral",
                        "enrolment",
                        "assignment",
                        "registration",
                        "consent",
                        "plan",
                        "activity",
                        "collision",
                        "clearance",
                        "subsidy");
    }

    @Test
    void every_entry_of_generated_histories_is_found_by_its_name() {
        var found = Arrays.stream(CaseEntryTypes.NAMED)
                .<Class<?>>map(NamedType::getType)
                .toList();
        assertThat(LongStream.range(0, 200)
                        .boxed()
                        .flatMap(seed ->
                                FoldLawTest.fold(new CaseStateFold(), Histories.of(seed, 60))
                                        .entries()
                                        .byId()
                                        .values()
                                        .stream())
                        .<Class<?>>map(Object::getClass)
                        .distinct())
                .containsExactlyInAnyOrderElementsOf(found);
    }

    @Test
    void the_program_does_not_start_with_an_entry_that_nobody_named() {
        assertThatThrownBy(() -> CaseEntryTypes.scan("forgotten"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("ForgottenEntry");
    }
}

package se.samplan.coordination;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samplan.coordination.CaseUnderTest.CASE;
import static se.samplan.coordination.CaseUnderTest.MUNICIPALITY;
import static se.samplan.coordination.CaseUnderTest.THEN;
import static se.samplan.coordination.CaseUnderTest.where;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.samplan.casework.CaseOpened;
import se.samplan.casework.CaseRefusal;
import se.samplan.casework.Components;
import se.samplan.casework.ParticipantId;
import se.samplan.casework.Sex;
import se.samplan.command.EffectiveAt;
import se.samplan.enrolment.AnyEnrolment;

/** Nothing has happened to a person before the year of birth, whatever the command. */
class BeforeBirthTest {

    private static final Instant FIRST = Instant.parse("1994-12-31T23:00:00Z"); // the year begins in Stockholm

    private final CaseUnderTest born1995 = bornIn(1995);

    private static CaseUnderTest bornIn(int year) {
        return where(new CaseOpened(CASE, new ParticipantId(UUID.randomUUID()), MUNICIPALITY, Sex.WOMAN, year, THEN));
    }

    @Test
    void every_command_is_refused_before_the_year_of_birth() {
        var any = new AnyCommand(new Random(4711));
        for (var type : AnyCommand.types()) {
            if (type == LetTimePass.class) {
                continue; // of the clock: no fact about the person
            }
            var command = any.of(type, MUNICIPALITY, FIRST.minusNanos(1_000), born1995.history());
            assertThat(born1995.when(command).refusal())
                    .as(type.getSimpleName())
                    .isEqualTo(CaseRefusal.BEFORE_BIRTH);
            var day = EffectiveAt.day(LocalDate.of(1994, 12, 31));
            assertThat(born1995.when(any.of(type, MUNICIPALITY, day, born1995.history()))
                            .refusal())
                    .as(type.getSimpleName())
                    .isEqualTo(CaseRefusal.BEFORE_BIRTH);
        }
    }

    @Test
    void no_other_day_that_a_command_names_is_before_it_either() {
        var any = new AnyCommand(new Random(4711));
        var later = Instant.parse("2023-02-01T09:00:00Z");
        var types = new HashSet<Class<?>>();
        for (int i = 0; i < 20; i++) {
            for (var type : AnyCommand.types()) {
                var command = any.of(type, MUNICIPALITY, later, born1995.history());
                if (Components.of(command, LocalDate.class).noneMatch(day -> day.getYear() == 2022)) {
                    continue;
                }
                types.add(type);
                assertThat(bornIn(2023).at(later).when(command).refusal())
                        .as(command.toString())
                        .isEqualTo(CaseRefusal.BEFORE_BIRTH);
                assertThat(bornIn(2022).at(later).when(command).failure())
                        .as(command.toString())
                        .matches(failure -> failure == null || failure.reason() != CaseRefusal.BEFORE_BIRTH);
            }
        }
        assertThat(types).hasSizeGreaterThan(6);
    }

    @Test
    void the_year_of_birth_itself_is_not_before_it() {
        assertThat(born1995.when(AnyEnrolment.at(EffectiveAt.instant(FIRST))).events())
                .hasSize(1);
        assertThat(born1995.when(AnyEnrolment.at(EffectiveAt.day(LocalDate.of(1995, 1, 1))))
                        .events())
                .hasSize(1);
    }
}

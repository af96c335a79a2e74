package se.samplan.plans;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.samplan.casefile.CaseReading;
import se.samplan.casefile.OpenedTexts;
import se.samplan.casefile.OrganisationShown;
import se.samplan.casework.CaseId;
import se.samplan.casework.ParticipantId;
import se.samplan.casework.Sex;
import se.samplan.casework.VisibleVersion;
import se.samplan.fold.FoldLawTest;
import se.samplan.fold.HiddenFacts;
import se.samplan.organisation.Role;
import se.samplan.plans.PlansPage.AsKnownTo;
import se.samplan.rights.RegisteredParticipant;
import se.samplan.store.RecordedEvent;
import se.samplan.text.Texts;

/** The law that parallel plans and their version are those of the facts that their reader may know. */
class PlansTellNothingHiddenTest {

    private static final RegisteredParticipant SOMEONE =
            new RegisteredParticipant(new ParticipantId(new UUID(0, 1)), new CaseId(new UUID(0, 2)), Sex.WOMAN);

    @Test
    void plans_and_their_version_are_those_of_the_known_facts() {
        var differ = HiddenFacts.inAll(pair ->
                assertThat(shown(pair, pair.whole())).as("%s", pair).isEqualTo(shown(pair, pair.knownWithoutLapses())));
        assertThat(differ).as("pairs that differ").isGreaterThan(500);
    }

    private static String shown(HiddenFacts pair, List<RecordedEvent> history) {
        var state = FoldLawTest.fold(new CaseStateFold(), history);
        var page = OpenedTexts.within(
                SOMEONE.caseId(),
                fields -> fields.stream()
                        .map(field -> Optional.of("text " + field))
                        .toList(),
                texts -> ParallelPlansQuery.page(
                        SOMEONE,
                        new AsKnownTo(
                                pair.reader(),
                                new OrganisationShown(pair.reader().organisation(), "somewhere"),
                                Texts.of(Role.MUNICIPAL_CASEWORKER)),
                        pair.reader(),
                        new CaseReading(
                                state,
                                pair.visibility(),
                                texts,
                                organisation -> new OrganisationShown(organisation, "somewhere"))));
        return page + " " + VisibleVersion.version(state.counted(), pair.reader(), pair.grounds(), pair.now());
    }
}

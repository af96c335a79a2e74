package se.samplan.consent;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.samplan.casefile.CaseReading;
import se.samplan.casework.LaneId;
import se.samplan.text.Coded;
import se.samplan.text.Texts;

/** Shows the consents of a case to readers who may know them. */
public final class ConsentPresenter {

    /** A consent, as far as its reader may know it. */
    public record ConsentShown(
            UUID groundId,
            List<LaneId> parties,
            List<Coded> kinds,
            Coded purpose,
            Coded form,
            Instant validFrom,
            @Nullable Instant validTo,
            Coded state,
            @Nullable Instant withdrawnAt) {}

    private ConsentPresenter() {}

    public static List<ConsentShown> present(CaseReading reading) {
        return reading.all(ConsentEntry.class)
                .flatMap(entry -> visible(reading, entry))
                .sorted(Comparator.comparing(ConsentShown::validFrom).thenComparing(ConsentShown::groundId))
                .toList();
    }

    private static Stream<ConsentShown> visible(CaseReading reading, ConsentEntry entry) {
        var recorded = entry.recorded();
        if (recorded == null || !reading.isVisible(recorded.entry())) {
            return Stream.empty();
        }
        var known = entry.answeredBy(reading.answerersOf(recorded.entry()));
        var withdrawn = known.withdrawn();
        return Stream.of(new ConsentShown(
                recorded.entry(),
                List.copyOf(recorded.parties()),
                Texts.ofAll(recorded.kinds()),
                Texts.of(recorded.purpose()),
                Texts.of(recorded.form()),
                recorded.validFrom(),
                recorded.validTo(),
                Texts.of(known.stateAt(reading.now(), recorded)),
                withdrawn == null ? null : withdrawn.effectiveAt()));
    }
}

package se.samplan.registration;

import java.time.LocalDate;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.samplan.calendar.SwedishDays;
import se.samplan.casefile.CaseReading;
import se.samplan.casefile.LaneEntry;
import se.samplan.casefile.OnAxis;
import se.samplan.casefile.OrganisationShown;
import se.samplan.casework.LaneId;
import se.samplan.fold.LatestFact;
import se.samplan.text.Coded;
import se.samplan.text.Texts;

/** Shows the registrations of a case in the agency's lane. */
public final class RegistrationPresenter {

    /** A registration with the agency, as far as its reader may know it. */
    public record RegistrationShown(
            UUID registrationId,
            OrganisationShown office,
            Coded channel,
            Coded routing,
            @Nullable String profilingGroup,
            @Nullable String profilingToolVersion,
            Coded provenance,
            LaneId enteredBy,
            LocalDate from,
            @Nullable LocalDate to,
            @Nullable Coded deregistrationReason)
            implements OnAxis {

        @Override
        public Days days() {
            return new Days(from, to);
        }
    }

    private RegistrationPresenter() {}

    public static Stream<LaneEntry<RegistrationShown>> present(CaseReading reading) {
        return reading.all(RegistrationEntry.class)
                .flatMap(entry -> visible(reading, entry))
                .sorted(LaneEntry.BY_DAY);
    }

    private static Stream<LaneEntry<RegistrationShown>> visible(CaseReading reading, RegistrationEntry entry) {
        var recorded = entry.recorded();
        if (recorded == null || !reading.isVisible(recorded.entry())) {
            return Stream.empty();
        }
        var from = SwedishDays.of(recorded.effectiveAt());
        var ended = entry.ended();
        var shown = new RegistrationShown(
                recorded.entry(),
                reading.organisation(recorded.office()),
                Texts.of(recorded.channel()),
                Texts.of(recorded.routing()),
                recorded.profilingGroup(),
                recorded.profilingToolVersion(),
                Texts.of(recorded.provenance()),
                recorded.lane(),
                from,
                LatestFact.day(ended),
                ended == null ? null : Texts.of(ended.value()));
        return Stream.of(new LaneEntry<>(LaneId.AGENCY, from, recorded.entry(), reading.why(recorded.entry()), shown));
    }
}

package se.samplan.registration;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static se.samplan.refusal.Rejected.unless;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.jspecify.annotations.Nullable;
import se.samplan.casework.Capability;
import se.samplan.casework.Deadline;
import se.samplan.casework.EnteredInError;
import se.samplan.casework.KnowledgeAt;
import se.samplan.casework.LaneId;
import se.samplan.casework.OpenEntry;
import se.samplan.casework.Period;
import se.samplan.casework.Provenance;
import se.samplan.organisation.OrganisationKind;
import se.samplan.refusal.Rejected;
import se.samplan.registration.RegistrationEvent.DeregistrationRecorded;
import se.samplan.registration.RegistrationEvent.RegistrationRecorded;
import se.samplan.staff.KindOfOrganisation;

/** The registrations of the person with the agency, as each party entered them (C6). */
public final class Registrations implements Capability {

    private record Registration(LaneId lane, Period period) {}

    private final Map<RegistrationId, Registration> registrations = new LinkedHashMap<>();

    @CommandHandler
    void decide(RecordRegistration command, @MetaDataValue(KindOfOrganisation.KEY) @Nullable String kind, Clock clock) {
        unless(OrganisationKind.AGENCY_OFFICE.name().equals(kind), RegistrationRefusal.UNKNOWN_OFFICE);
        unless(
                command.lane().equals(LaneId.AGENCY) == (command.provenance() == Provenance.OWN),
                RegistrationRefusal.PROVENANCE_NEEDED);
        var deregistration = command.deregistration();
        var period = Period.among(
                periodsOf(command.lane()),
                RegistrationRefusal.ALREADY_REGISTERED_THERE,
                command.effectiveAt(),
                deregistration == null ? null : deregistration.effectiveAt(),
                clock.instant());
        apply(new RegistrationRecorded(
                command.registrationId(),
                command.lane(),
                command.office(),
                command.channel(),
                command.routing(),
                command.profilingGroup(),
                command.profilingToolVersion(),
                command.provenance(),
                null,
                period.from()));
        var end = period.to();
        if (deregistration != null && end != null) {
            apply(ended(command.registrationId(), command.lane(), deregistration, end));
        }
    }

    @CommandHandler
    void decide(RecordDeregistration command) {
        var registration = registrations.get(command.registrationId());
        if (registration == null || !registration.lane.equals(command.lane())) {
            throw new Rejected(RegistrationRefusal.UNKNOWN_REGISTRATION);
        }
        unless(registration.period.to() == null, RegistrationRefusal.REGISTRATION_ENDED);
        var at = command.effectiveAt().notBefore(registration.period.from());
        apply(ended(command.registrationId(), command.lane(), command.deregistration(), at));
    }

    @Override
    public boolean isOwn(UUID entry, LaneId lane) {
        var registration = registrations.get(new RegistrationId(entry));
        return registration != null && registration.lane.equals(lane);
    }

    @Override
    public Map<String, Object> responseFields(UUID entry, KnowledgeAt reader) {
        return Map.of();
    }

    @Override
    public Stream<Deadline> due() {
        return Stream.empty();
    }

    @Override
    public Stream<OpenEntry> open() {
        return Stream.empty();
    }

    @EventSourcingHandler
    void evolve(RegistrationEvent event) {
        switch (event) {
            case RegistrationRecorded e ->
                registrations.put(e.registrationId(), new Registration(e.lane(), Period.since(e.effectiveAt())));
            case DeregistrationRecorded e ->
                registrations.computeIfPresent(
                        e.registrationId(),
                        (id, registration) ->
                                new Registration(registration.lane, registration.period.until(e.effectiveAt())));
        }
    }

    @EventSourcingHandler
    void evolve(EnteredInError event) {
        registrations.remove(new RegistrationId(event.entry()));
    }

    private static DeregistrationRecorded ended(
            RegistrationId id, LaneId lane, Deregistration deregistration, Instant at) {
        return new DeregistrationRecorded(id, lane, deregistration.reason(), deregistration.explanation(), at);
    }

    private List<Period> periodsOf(LaneId lane) {
        return registrations.values().stream()
                .filter(registration -> registration.lane.equals(lane))
                .map(Registration::period)
                .toList();
    }
}

package se.samplan.staff;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static se.samplan.refusal.Rejected.unless;
import static se.samplan.refusal.Rejected.when;

import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import se.samplan.access.Actor;
import se.samplan.command.CommandMetadata;
import se.samplan.command.TimeRefusal;
import se.samplan.organisation.Branch;
import se.samplan.organisation.OrganisationId;
import se.samplan.organisation.OrganisationKind;
import se.samplan.organisation.Role;
import se.samplan.organisation.StaffId;
import se.samplan.refusal.Rejected;
import se.samplan.staff.StaffEvent.AppointmentEndingProposed;
import se.samplan.staff.StaffEvent.AppointmentProposed;
import se.samplan.staff.StaffEvent.StaffAppointmentEnded;
import se.samplan.staff.StaffEvent.StaffMemberAppointed;

/** Somebody's appointment to a role (C21): what the person was responsible for, and when. */
@Aggregate(lockFactory = "noLocks")
@SuppressWarnings("UnusedVariable") // Axon reads the identifier by reflection
class StaffMember {

    @AggregateIdentifier
    private @Nullable StaffId id;

    private @Nullable OrganisationId organisation;
    private @Nullable Role role;
    private @Nullable Instant from;
    private @Nullable AppointmentProposed proposed;
    private @Nullable String endingProposedBy;
    private String proposedBy = "";
    private boolean ended;

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(
            AppointStaffMember command,
            @MetaDataValue(CommandMetadata.ACTOR) @Nullable Actor actor,
            @MetaDataValue(KindOfOrganisation.KEY) @Nullable String kind,
            @MetaDataValue(CommandMetadata.REPEATED) @Nullable UUID repeated,
            Clock clock) {
        if (repeated != null || id != null) { // the same appointment sent twice changes nothing
            return;
        }
        requireOwn(actor, command.organisationId(), command.role().branch());
        when(
                actor != null
                        && actor.subject().equals(command.subject())
                        && (!command.mandates().isEmpty() || command.role().branch() == null),
                StaffRefusal.MANDATE_FOR_YOURSELF);
        unless(kind != null, StaffRefusal.UNKNOWN_ORGANISATION);
        unless(
                kind != null && rolesIn(OrganisationKind.valueOf(kind)).contains(command.role()),
                StaffRefusal.ROLE_DOES_NOT_FIT);
        command.effectiveAt().requireNotAfter(clock.instant());
        var to = command.to();
        when(to != null && !to.isAfter(command.from()), StaffRefusal.APPOINTMENT_ENDS_BEFORE_IT_BEGINS);
        var appointment = new AppointmentProposed(
                command.staffId(),
                command.organisationId(),
                command.subject(),
                command.role(),
                command.unit(),
                command.mandates(),
                command.from(),
                to,
                command.effectiveAt().withoutCause());
        apply(
                actor != null && command.role().readsAcrossBranches()
                        ? appointment
                        : appointed(appointment, command.from()));
    }

    private static StaffMemberAppointed appointed(AppointmentProposed appointment, Instant from) {
        return new StaffMemberAppointed(
                appointment.staffId(),
                appointment.organisationId(),
                appointment.subject(),
                appointment.role(),
                appointment.role().branch(),
                appointment.unit(),
                appointment.mandates(),
                from,
                appointment.to(),
                appointment.effectiveAt());
    }

    /** In force from the confirmation on, at the earliest. */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(
            ConfirmAppointment command,
            @MetaDataValue(CommandMetadata.ACTOR) Actor actor,
            @MetaDataValue(OwnAppointments.KEY) Set<StaffId> ownAppointments,
            @MetaDataValue(CommandMetadata.REPEATED) @Nullable UUID repeated,
            Clock clock) {
        if (repeated != null) {
            return;
        }
        unless(id != null, StaffRefusal.UNKNOWN_STAFF_MEMBER);
        requireOfTheirs(actor);
        if (proposed == null) {
            throw new Rejected(StaffRefusal.APPOINTMENT_CONFIRMED);
        }
        when(
                isOneOf(ownAppointments, proposedBy) || actor.subject().equals(proposed.subject()),
                StaffRefusal.APPOINTMENT_NEEDS_SECOND_PERSON);
        command.effectiveAt().requireNotAfter(clock.instant());
        var at = command.effectiveAt().notBefore(proposed.effectiveAt());
        var begins = proposed.from().isAfter(at) ? proposed.from() : at;
        var to = proposed.to();
        when(to != null && !to.isAfter(begins), StaffRefusal.APPOINTMENT_ENDS_BEFORE_IT_BEGINS);
        apply(appointed(proposed, begins));
    }

    private static boolean isOneOf(Set<StaffId> ownAppointments, String staffId) {
        return ownAppointments.stream().anyMatch(each -> each.toString().equals(staffId));
    }

    /** Created if missing, so that an unknown one is refused like anything else. */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(
            EndAppointment command,
            @MetaDataValue(CommandMetadata.ACTOR) @Nullable Actor actor,
            @MetaDataValue(IsLastOperator.KEY) @Nullable Boolean isLastOperator,
            @MetaDataValue(OwnAppointments.KEY) @Nullable Set<StaffId> ownAppointments,
            @MetaDataValue(CommandMetadata.REPEATED) @Nullable UUID repeated,
            Clock clock) {
        if (repeated != null) {
            return;
        }
        // A stream of something else has no appointment.
        unless(id != null && proposed == null, StaffRefusal.UNKNOWN_STAFF_MEMBER);
        var first = actor != null && role != null && role.readsAcrossBranches() && endingProposedBy == null;
        if (actor != null && endingProposedBy != null) {
            requireOfTheirs(actor);
        } else {
            requireOwn(actor, organisation, role == null ? null : role.branch());
        }
        when(ended, StaffRefusal.APPOINTMENT_ENDED);
        // One that has not begun ends as it begins: it is never in force.
        var at = from == null
                ? command.effectiveAt().withoutCause()
                : command.effectiveAt().notBefore(from);
        when(at.isAfter(clock.instant()) && !at.equals(from), TimeRefusal.IN_THE_FUTURE);
        when(Boolean.TRUE.equals(isLastOperator), StaffRefusal.LAST_OPERATOR);
        if (first) {
            apply(new AppointmentEndingProposed(at));
            return;
        }
        when(
                endingProposedBy != null
                        && isOneOf(Objects.requireNonNullElse(ownAppointments, Set.of()), endingProposedBy),
                StaffRefusal.APPOINTMENT_NEEDS_SECOND_PERSON);
        apply(new StaffAppointmentEnded(at));
    }

    @EventSourcingHandler
    void evolve(StaffEvent event, @MetaDataValue(CommandMetadata.ACTOR_ID) @Nullable String by) {
        switch (event) {
            case AppointmentProposed e -> {
                id = e.staffId();
                organisation = e.organisationId();
                role = e.role();
                proposed = e;
                proposedBy = String.valueOf(by);
            }
            case StaffMemberAppointed e -> {
                id = e.staffId();
                organisation = e.organisationId();
                role = e.role();
                from = e.from();
                proposed = null;
            }
            case AppointmentEndingProposed _ -> endingProposedBy = String.valueOf(by);
            case StaffAppointmentEnded _ -> ended = true;
        }
    }

    /** The second of two: an operator, or a manager of the organisation, whichever side of the wall she is on. */
    private void requireOfTheirs(Actor actor) {
        unless(
                actor.role() == Role.OPERATOR || actor.organisation().equals(organisation),
                StaffRefusal.NOT_YOUR_ORGANISATION);
    }

    /**
     * The program itself appoints the first operator; managers appoint their own, on their own side of the wall [OSL
     * 8:2], and nobody who reads across it.
     */
    private static void requireOwn(
            @Nullable Actor actor, @Nullable OrganisationId organisation, @Nullable Branch branch) {
        if (actor == null || actor.role() == Role.OPERATOR) {
            return;
        }
        unless(actor.organisation().equals(organisation), StaffRefusal.NOT_YOUR_ORGANISATION);
        unless(branch == actor.role().branch(), StaffRefusal.NOT_YOUR_BRANCH);
    }

    private static Set<Role> rolesIn(OrganisationKind kind) {
        return switch (kind) {
            case MUNICIPALITY ->
                Set.of(
                        Role.SOCIAL_WORKER,
                        Role.MUNICIPAL_CASEWORKER,
                        Role.MUNICIPAL_MANAGER,
                        Role.AUDITOR,
                        Role.REPORT_MAKER);
            case AGENCY -> Set.of(Role.AGENCY_MANAGER, Role.AUDITOR, Role.REPORT_MAKER);
            case AGENCY_OFFICE -> Set.of(Role.AGENCY_CASEWORKER, Role.AGENCY_MANAGER);
            case PROVIDER -> Set.of(Role.PROVIDER_TUTOR);
            case REGION, NATION -> Set.of(Role.REPORT_MAKER, Role.OPERATOR);
        };
    }
}

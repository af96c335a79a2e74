package se.samplan.participant;

import static se.samplan.refusal.Rejected.when;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.Repository;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.samplan.calendar.SwedishDays;
import se.samplan.casework.CaseId;
import se.samplan.casework.CaseRefusal;
import se.samplan.casework.ParticipantId;
import se.samplan.command.CommandMetadata;
import se.samplan.command.NamesCreatedEntry;
import se.samplan.store.PendingWrites;
import se.samplan.vault.Vault;

/**
 * Finds people by their number or registers them, one per number. A known person takes the same round trips and gets
 * the same answer as an unknown one.
 */
@Component
class Register {

    private final Repository<Participant> participants;
    private final PendingWrites pendingWrites;
    private final Vault vault;

    /** The answer to whoever registers a person. */
    record Registered(ParticipantId participantId, CaseId caseId) implements NamesCreatedEntry {

        @Override
        public UUID entry() {
            return participantId.value();
        }
    }

    Register(Repository<Participant> participants, PendingWrites pendingWrites, Vault vault) {
        this.participants = participants;
        this.pendingWrites = pendingWrites;
        this.vault = vault;
    }

    @CommandHandler
    Registered handle(
            RegisterParticipant command,
            @MetaDataValue(PersonByNumber.PERSON) @Nullable UUID registeredPerson,
            @MetaDataValue(PersonByNumber.CASE) @Nullable UUID registeredCase,
            @MetaDataValue(CommandMetadata.REPEATED) @Nullable UUID repeated,
            Clock clock)
            throws Exception {
        command.effectiveAt().requireNotAfter(clock.instant());
        var birth = LocalDate.of(command.number().birthDate().getYear(), 1, 1);
        when(command.effectiveAt().isBefore(SwedishDays.startOf(birth)), CaseRefusal.BEFORE_BIRTH);
        var id = registeredPerson == null ? command.offeredId() : new ParticipantId(registeredPerson);
        var caseId = registeredCase == null ? command.offeredCase() : new CaseId(registeredCase);
        if (repeated == null) {
            if (registeredPerson == null) {
                participants.newInstance(() -> new Participant(command));
            } else {
                participants
                        .load(id.toString())
                        .execute(person -> person.recognise(
                                command.lane(), command.effectiveAt().withoutCause()));
            }
            pendingWrites.add(vault.put(command.number(), id.value()));
        }
        return new Registered(id, caseId);
    }
}

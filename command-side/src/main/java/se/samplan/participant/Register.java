package se.samplan.participant;

import static se.samplan.refusal.Rejected.when;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.Repository;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.samplan.command.Keys;
import se.samplan.command.Made;
import se.samplan.coordination.CaseId;
import se.samplan.coordination.CaseRefusal;
import se.samplan.store.FirstReads;
import se.samplan.store.Query;
import se.samplan.store.UnitRows;
import se.samplan.vault.Vault;

/**
 * Finds people by their number or registers them: one for each number. Whether the person was known costs the same trips
 * and gives the same answer.
 */
@Component
class Register {

    private final Repository<Participant> participants;
    private final FirstReads firstReads;
    private final UnitRows unitRows;
    private final Vault vault;

    /** What somebody who registers a person gets to know. */
    record Registered(ParticipantId participantId, CaseId caseId) implements Made {

        @Override
        public UUID entry() {
            return participantId.value();
        }
    }

    Register(Repository<Participant> participants, FirstReads firstReads, UnitRows unitRows, Vault vault) {
        this.participants = participants;
        this.firstReads = firstReads;
        this.unitRows = unitRows;
        this.vault = vault;
    }

    @CommandHandler
    Registered handle(RegisterParticipant command, @MetaDataValue(Keys.REPEATED) @Nullable UUID repeated, Clock clock)
            throws Exception {
        when(command.effectiveAt().isAfter(clock.instant()), CaseRefusal.IN_THE_FUTURE);
        var whoHas = vault.whoHas(command.number());
        var known = firstReads.read(List.of(), whoHas).firstOf(whoHas).map(ParticipantId::new);
        var id = known.orElse(command.offeredId());
        var caseOf = Query.of(
                row -> new CaseId(row.getObject(1, UUID.class)),
                "select case_id from samplan.participant where participant_id = ?",
                id.value());
        var caseId =
                firstReads.read(List.of(id.value()), caseOf).firstOf(caseOf).orElse(command.offeredCase());
        if (repeated == null) {
            if (known.isPresent()) {
                participants
                        .load(id.toString())
                        .execute(person -> person.recognise(command.lane(), command.effectiveAt()));
            } else {
                participants.newInstance(() -> new Participant(command));
            }
            unitRows.add(vault.put(command.number(), id.value()));
        }
        return new Registered(id, caseId);
    }
}

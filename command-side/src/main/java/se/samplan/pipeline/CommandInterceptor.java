package se.samplan.pipeline;

import java.time.Instant;
import java.util.Objects;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.Repository;
import org.springframework.stereotype.Component;
import se.samplan.access.Actor;
import se.samplan.casework.CaseAnswer;
import se.samplan.casework.CaseCommand;
import se.samplan.command.Command;
import se.samplan.command.CommandMetadata;
import se.samplan.command.NamesCreatedEntry;
import se.samplan.coordination.CoordinationCase;
import se.samplan.coordination.LetTimePass;
import se.samplan.pipeline.ContextQueries.CaseRow;
import se.samplan.refusal.Rejected;
import se.samplan.store.CommandReads;
import se.samplan.store.PendingWrites;
import se.samplan.store.Sql;

/**
 * Around every command's unit of work: what it needs is read first, the case is opened where nobody has yet, and what
 * goes with the events is written beside them.
 */
@Component
class CommandInterceptor implements MessageHandlerInterceptor<CommandMessage<?>> {

    private final CommandContext facts;
    private final PendingWrites pendingWrites;
    private final Idempotency idempotency;
    private final Repository<CoordinationCase> cases;

    CommandInterceptor(
            CommandContext facts,
            PendingWrites pendingWrites,
            Idempotency idempotency,
            Repository<CoordinationCase> cases) {
        this.facts = facts;
        this.pendingWrites = pendingWrites;
        this.idempotency = idempotency;
        this.cases = cases;
    }

    @Override
    public Object handle(UnitOfWork<? extends CommandMessage<?>> unit, InterceptorChain chain) throws Exception {
        var command = (Command) unit.getMessage().getPayload();
        var sending = (CommandEnvelope) unit.getMessage().getMetaData().get(CommandMetadata.SENDING);
        var read = facts.read(command, sending);
        unit.transformMessage(message -> message.andMetaData(read.beside()));
        var unknown = command.whereUnknown();
        if (unknown != null && CommandReads.foundNothingOf(command.stream())) {
            throw new Rejected(unknown);
        }
        if (command instanceof CaseCommand ofCase && CommandReads.foundNothingOf(command.stream())) {
            open(ofCase, read.caseRow().orElseThrow());
        }
        var answer = chain.proceed();
        if (command instanceof CaseCommand ofCase && read.actor() != null) {
            pendingWrites.add(readOf(ofCase, read.actor()));
        }
        if (read.earlier().isPresent()) {
            return new Receipt(
                    answer, read.earlier().get().entry(), read.earlier().get().position());
        }
        if (sending != null && sending.key() != null) {
            pendingWrites.add(idempotency.row(
                    sending, answer instanceof NamesCreatedEntry created ? created.entry() : command.entry()));
        }
        if (command instanceof CaseCommand ofCase
                && answer instanceof CaseAnswer answered
                && (command instanceof LetTimePass || !Objects.equals(answered.dueBefore(), answered.due()))) {
            pendingWrites.add(due(ofCase, answered));
        }
        return Receipt.of(answer, command.entry(), unit);
    }

    private void open(CaseCommand command, CaseRow row) throws Exception {
        cases.newInstance(() -> new CoordinationCase(
                command.caseId(),
                row.participant(),
                command.lane(),
                row.sex(),
                row.birthYear(),
                command.effectiveAt()));
    }

    /** An answer about a case holds personal data: that it was given is on record before it is. */
    private static Sql readOf(CaseCommand command, Actor actor) {
        return Sql.of(
                "insert into samplan.access_log (actor, organisation_id, case_ids, what) values (?, ?, array[?::uuid], ?)",
                actor.staffId().value(),
                actor.organisation().value(),
                command.stream(),
                command.getClass().getSimpleName());
    }

    /** A row that is due already waits for the clock: nothing touches it but time that was let pass up to it. */
    private static Sql due(CaseCommand command, CaseAnswer answer) {
        var reached = command instanceof LetTimePass ? command.effectiveAt() : Instant.EPOCH;
        var due = answer.due();
        if (due == null) {
            return Sql.of(
                    "delete from samplan.due where case_id = ? and (due_at > ? or due_at <= ?)",
                    command.stream(),
                    answer.at(),
                    reached);
        }
        if (due.isAfter(answer.at())) {
            return Sql.of("""
                    insert into samplan.due (case_id, due_at) values (?, ?)
                    on conflict (case_id) do update set due_at = excluded.due_at
                    where due.due_at > ? or due.due_at <= ?""", command.stream(), due, answer.at(), reached);
        }
        return Sql.of(
                "update samplan.due set due_at = ? where case_id = ? and due_at <= ?", due, command.stream(), reached);
    }
}

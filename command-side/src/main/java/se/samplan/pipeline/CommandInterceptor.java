package se.samplan.pipeline;

import java.time.Instant;
import java.util.Objects;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.samplan.access.Actor;
import se.samplan.casework.CaseAnswer;
import se.samplan.casework.CaseCommand;
import se.samplan.command.Command;
import se.samplan.command.CommandMetadata;
import se.samplan.command.NamesCreatedEntry;
import se.samplan.refusal.Rejected;
import se.samplan.store.CommandReads;
import se.samplan.store.PendingWrites;
import se.samplan.store.Sql;

/**
 * Wraps every command's unit of work: first reads what it needs, opens the case if nobody has yet, and writes the
 * accompanying rows with the events.
 */
@Component
class CommandInterceptor implements MessageHandlerInterceptor<CommandMessage<?>> {

    private final CommandContext commandContext;
    private final PendingWrites pendingWrites;
    private final Idempotency idempotency;
    private final CaseOpener caseOpener;

    CommandInterceptor(
            CommandContext commandContext,
            PendingWrites pendingWrites,
            Idempotency idempotency,
            CaseOpener caseOpener) {
        this.commandContext = commandContext;
        this.pendingWrites = pendingWrites;
        this.idempotency = idempotency;
        this.caseOpener = caseOpener;
    }

    @Override
    public Object handle(UnitOfWork<? extends CommandMessage<?>> unit, InterceptorChain chain) throws Exception {
        var command = (Command) unit.getMessage().getPayload();
        var envelope = (CommandEnvelope) unit.getMessage().getMetaData().get(CommandMetadata.ENVELOPE);
        var context = commandContext.read(command, envelope);
        unit.transformMessage(message -> message.andMetaData(context.metadata()));
        var unknown = command.whereUnknown();
        if (unknown != null && CommandReads.foundNothingOf(command.stream())) {
            throw new Rejected(unknown);
        }
        if (command instanceof CaseCommand ofCase && CommandReads.foundNothingOf(command.stream())) {
            caseOpener.open(ofCase, context.person().orElseThrow());
        }
        var answer = proceed(chain, command, context.actor());
        if (context.earlier().isPresent()) {
            return new Receipt(
                    answer,
                    context.earlier().get().entry(),
                    context.earlier().get().position());
        }
        if (envelope != null && envelope.key() != null) {
            pendingWrites.add(idempotency.row(
                    envelope, answer instanceof NamesCreatedEntry created ? created.entry() : command.entry()));
        }
        if (command instanceof CaseCommand ofCase
                && answer instanceof CaseAnswer answered
                && (command.isOfTheClock() || !Objects.equals(answered.dueBefore(), answered.due()))) {
            pendingWrites.add(due(ofCase, answered));
        }
        return Receipt.of(answer, command.entry(), context.bound(), unit);
    }

    /** What a case answers holds personal data, and so may its refusals: both are logged before they are given. */
    private Object proceed(InterceptorChain chain, Command command, @Nullable Actor actor) throws Exception {
        if (!(command instanceof CaseCommand ofCase) || actor == null) {
            return chain.proceed();
        }
        try {
            var answer = chain.proceed();
            pendingWrites.add(CaseAccessLog.answered(ofCase, actor));
            return answer;
        } catch (Rejected refusal) {
            throw new RefusedByCase(
                    refusal,
                    CaseAccessLog.refused(ofCase, actor, refusal.reason().name()));
        }
    }

    /** A row already due waits for the clock: only letting time pass up to it changes it. */
    private static Sql due(CaseCommand command, CaseAnswer answer) {
        var reached = command.isOfTheClock() ? command.effectiveAt().judgedAt(answer.at()) : Instant.EPOCH;
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

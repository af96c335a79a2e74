package se.samplan.command;

import java.time.Instant;
import java.util.Objects;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.Repository;
import org.springframework.stereotype.Component;
import se.samplan.command.Questions.CaseRow;
import se.samplan.coordination.Answer;
import se.samplan.coordination.CaseCommand;
import se.samplan.coordination.CoordinationCase;
import se.samplan.coordination.LetTimePass;
import se.samplan.http.Caller;
import se.samplan.refusal.Rejected;
import se.samplan.store.FirstReads;
import se.samplan.store.Sql;
import se.samplan.store.UnitRows;

/**
 * Around every command's unit of work: what it needs is read first, the case is opened where nobody has yet, and what
 * goes with the events is written beside them.
 */
@Component
class CommandUnit implements MessageHandlerInterceptor<CommandMessage<?>> {

    private final CommandFacts facts;
    private final UnitRows unitRows;
    private final Idempotency idempotency;
    private final Repository<CoordinationCase> cases;

    CommandUnit(CommandFacts facts, UnitRows unitRows, Idempotency idempotency, Repository<CoordinationCase> cases) {
        this.facts = facts;
        this.unitRows = unitRows;
        this.idempotency = idempotency;
        this.cases = cases;
    }

    @Override
    public Object handle(UnitOfWork<? extends CommandMessage<?>> unit, InterceptorChain chain) throws Exception {
        var command = (Command) unit.getMessage().getPayload();
        var sending = (Sending) unit.getMessage().getMetaData().get(Keys.SENDING);
        var read = facts.read(command, sending);
        unit.transformMessage(message -> message.andMetaData(read.beside()));
        var unknown = command.whereUnknown();
        if (unknown != null && FirstReads.foundNothingOf(command.stream())) {
            throw new Rejected(unknown);
        }
        if (command instanceof CaseCommand ofCase && FirstReads.foundNothingOf(command.stream())) {
            open(ofCase, read.caseRow().orElseThrow());
        }
        var answer = chain.proceed();
        if (command instanceof CaseCommand ofCase && read.caller() != null) {
            unitRows.add(readOf(ofCase, read.caller()));
        }
        if (read.earlier().isPresent()) {
            return new Receipt(
                    answer, read.earlier().get().entry(), read.earlier().get().position());
        }
        if (sending != null && sending.key() != null) {
            unitRows.add(idempotency.row(sending, answer instanceof Made made ? made.entry() : command.entry()));
        }
        if (command instanceof CaseCommand ofCase
                && answer instanceof Answer answered
                && (command instanceof LetTimePass || !Objects.equals(answered.dueBefore(), answered.due()))) {
            unitRows.add(due(ofCase, answered));
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
    private static Sql readOf(CaseCommand command, Caller caller) {
        return Sql.of(
                "insert into samplan.access_log (actor, organisation_id, case_ids, what) values (?, ?, array[?::uuid], ?)",
                caller.staffId().value(),
                caller.organisation().value(),
                command.stream(),
                command.getClass().getSimpleName());
    }

    /** A row that is due already waits for the clock: nothing touches it but time that was let pass up to it. */
    private static Sql due(CaseCommand command, Answer answer) {
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

package se.samplan.pipeline;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.samplan.access.AccessRefusal;
import se.samplan.access.Actor;
import se.samplan.access.ActorLookup;
import se.samplan.casework.CaseCommand;
import se.samplan.casework.Protection;
import se.samplan.command.AllowedTo;
import se.samplan.command.Command;
import se.samplan.command.CommandMetadata;
import se.samplan.command.ConcernsPerson;
import se.samplan.command.EndsAppointment;
import se.samplan.command.NamesColleague;
import se.samplan.command.NamesOrganisation;
import se.samplan.command.NamesPersonByNumber;
import se.samplan.command.TakesSecondPerson;
import se.samplan.organisation.Mandate;
import se.samplan.organisation.StaffId;
import se.samplan.pipeline.ContextQueries.CaseRow;
import se.samplan.pipeline.ContextQueries.Operator;
import se.samplan.pipeline.Idempotency.Earlier;
import se.samplan.policy.PolicyRows;
import se.samplan.refusal.Rejected;
import se.samplan.store.CommandReads;
import se.samplan.store.Query;
import se.samplan.vault.Vault;

/** Reads in one trip what a command needs beside its stream, and refuses whoever has no right to send it. */
@Component
class CommandContext {

    private final CommandReads commandReads;
    private final ActorLookup actorLookup;
    private final Idempotency idempotency;
    private final PolicyRows policies;
    private final Vault vault;
    private final Clock clock;

    /**
     * What was read.
     *
     * @param actor absent if the program itself sends the command
     * @param earlier the first sending, if this is a repeated one
     * @param caseRow absent if the command is to no case
     * @param beside what travels on with the command
     */
    record Facts(
            @Nullable Actor actor, Optional<Earlier> earlier, Optional<CaseRow> caseRow, Map<String, Object> beside) {}

    CommandContext(
            CommandReads commandReads,
            ActorLookup actorLookup,
            Idempotency idempotency,
            PolicyRows policies,
            Vault vault,
            Clock clock) {
        this.commandReads = commandReads;
        this.actorLookup = actorLookup;
        this.idempotency = idempotency;
        this.policies = policies;
        this.vault = vault;
        this.clock = clock;
    }

    Facts read(Command command, @Nullable CommandEnvelope sending) {
        var queries = new ArrayList<Query<?>>();
        var policyCount = ask(queries, policies.count());
        var appointments = sending == null ? null : ask(queries, actorLookup.appointments(sending.claimed()));
        var earlier = sending == null || sending.key() == null ? null : ask(queries, idempotency.earlier(sending));
        var caseRow = command instanceof CaseCommand ofCase ? ask(queries, ContextQueries.caseRow(ofCase)) : null;
        var inLane = command instanceof ConcernsPerson concerns ? ask(queries, ContextQueries.inLane(concerns)) : null;
        var colleague = command instanceof NamesColleague names && command instanceof CaseCommand ofCase
                ? ask(queries, ContextQueries.colleague(ofCase.lane(), names, command, sending))
                : null;
        var own = command instanceof TakesSecondPerson && sending != null
                ? ask(queries, ContextQueries.allAppointments(sending.claimed()))
                : null;
        var organisation =
                command instanceof NamesOrganisation names ? ask(queries, ContextQueries.organisation(names)) : null;
        var operators = command instanceof EndsAppointment ends
                ? ask(queries, ContextQueries.operators(ends, clock.instant()))
                : null;
        var person = command instanceof NamesPersonByNumber names ? ask(queries, vault.whoHas(names.number())) : null;
        var personCase = person == null ? null : ask(queries, ContextQueries.caseOf(person));

        var answers = commandReads.read(person, command.streams(), queries.toArray(Query<?>[]::new));
        policies.hold(answers.firstOf(policyCount).orElse(0L));
        var beside = new HashMap<String, Object>();
        var actor = appointments == null || sending == null
                ? null
                : actorLookup.caller(sending.claimed(), answers.of(appointments));
        // Before the role is looked at: whoever may not know of a case learns nothing by being the wrong one for it.
        var row = caseRow == null ? Optional.<CaseRow>empty() : Optional.of(visible(answers.firstOf(caseRow), actor));
        requireAllowed(command, actor);
        var first = earlier == null || sending == null
                ? Optional.<Earlier>empty()
                : idempotency.repeated(sending, answers.firstOf(earlier));
        if (actor != null) {
            beside.put(CommandMetadata.CALLER, actor);
        }
        if (sending != null && sending.ifMatch() != null) {
            beside.put(CommandMetadata.IF_MATCH, sending.ifMatch());
        }
        first.ifPresent(sent -> beside.put(CommandMetadata.REPEATED, sent.entry()));
        if (inLane != null) {
            beside.put(CommandMetadata.IS_IN_LANE, answers.firstOf(inLane).isPresent());
        }
        if (colleague != null) {
            beside.put(CommandMetadata.IS_COLLEAGUE, answers.firstOf(colleague).isPresent());
        }
        if (own != null) {
            beside.put(CommandMetadata.OWN_APPOINTMENTS, Set.copyOf(answers.of(own)));
        }
        if (organisation != null) {
            answers.firstOf(organisation).ifPresent(kind -> beside.put(CommandMetadata.ORGANISATION_KIND, kind));
        }
        if (person != null && personCase != null) {
            answers.firstOf(person).ifPresent(known -> beside.put(CommandMetadata.KNOWN_PERSON, known));
            answers.firstOf(personCase).ifPresent(known -> beside.put(CommandMetadata.KNOWN_CASE, known));
        }
        if (operators != null && command instanceof EndsAppointment ends) {
            beside.put(CommandMetadata.IS_LAST_OPERATOR, isLast(ends.staffId(), answers.of(operators)));
        }
        return new Facts(actor, first, row, beside);
    }

    private static <T> Query<T> ask(List<Query<?>> queries, Query<T> query) {
        queries.add(query);
        return query;
    }

    private static void requireAllowed(Command command, @Nullable Actor actor) {
        var allowed = command.getClass().getAnnotation(AllowedTo.class);
        Rejected.unless(
                actor == null || (allowed != null && List.of(allowed.value()).contains(actor.role())),
                AccessRefusal.NOT_ALLOWED);
    }

    /** Fails closed: no row, another's person, or a protected one without the mandate all look the same. */
    private static CaseRow visible(Optional<CaseRow> row, @Nullable Actor actor) {
        return row.filter(found -> actor == null
                        || (found.inLane()
                                && (found.protection() == Protection.NONE || actor.has(Mandate.PROTECTED_IDENTITIES))))
                .orElseThrow(() -> new Rejected(AccessRefusal.UNKNOWN_CASE));
    }

    private static boolean isLast(StaffId operator, List<Operator> inForce) {
        return inForce.stream().anyMatch(each -> each.staffId().equals(operator))
                && inForce.stream()
                        .noneMatch(each -> each.stays() && !each.staffId().equals(operator));
    }
}

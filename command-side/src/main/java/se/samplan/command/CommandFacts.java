package se.samplan.command;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.samplan.command.Idempotency.Earlier;
import se.samplan.command.Questions.CaseRow;
import se.samplan.command.Questions.Operator;
import se.samplan.coordination.CaseCommand;
import se.samplan.http.AccessRefusal;
import se.samplan.http.Caller;
import se.samplan.http.Callers;
import se.samplan.participant.Protection;
import se.samplan.policy.PolicyRows;
import se.samplan.refusal.Rejected;
import se.samplan.staff.Mandate;
import se.samplan.staff.StaffId;
import se.samplan.store.FirstReads;
import se.samplan.store.Query;
import se.samplan.vault.Vault;

/** Reads in one trip what a command needs beside its stream, and refuses whoever has no right to send it. */
@Component
class CommandFacts {

    private final FirstReads firstReads;
    private final Callers callers;
    private final Idempotency idempotency;
    private final PolicyRows policies;
    private final Vault vault;
    private final Clock clock;

    /**
     * What was read.
     *
     * @param caller absent if the program itself sends the command
     * @param earlier the first sending, if this is a repeated one
     * @param caseRow absent if the command is to no case
     * @param beside what travels on with the command
     */
    record Facts(
            @Nullable Caller caller,
            Optional<Earlier> earlier,
            Optional<CaseRow> caseRow,
            Map<String, Object> beside) {}

    CommandFacts(
            FirstReads firstReads,
            Callers callers,
            Idempotency idempotency,
            PolicyRows policies,
            Vault vault,
            Clock clock) {
        this.firstReads = firstReads;
        this.callers = callers;
        this.idempotency = idempotency;
        this.policies = policies;
        this.vault = vault;
        this.clock = clock;
    }

    Facts read(Command command, @Nullable Sending sending) {
        var queries = new ArrayList<Query<?>>();
        var policyCount = ask(queries, policies.count());
        var appointments = sending == null ? null : ask(queries, callers.appointments(sending.claimed()));
        var earlier = sending == null || sending.key() == null ? null : ask(queries, idempotency.earlier(sending));
        var caseRow = command instanceof CaseCommand ofCase ? ask(queries, Questions.caseRow(ofCase)) : null;
        var inLane = command instanceof ConcernsPerson concerns ? ask(queries, Questions.inLane(concerns)) : null;
        var colleague = command instanceof NamesColleague names && command instanceof CaseCommand ofCase
                ? ask(queries, Questions.colleague(ofCase.lane(), names, command, sending))
                : null;
        var own = command instanceof TakesSecondPerson && sending != null
                ? ask(queries, Questions.allAppointments(sending.claimed()))
                : null;
        var organisation =
                command instanceof NamesOrganisation names ? ask(queries, Questions.organisation(names)) : null;
        var operators = command instanceof EndsAppointment ends
                ? ask(queries, Questions.operators(ends, clock.instant()))
                : null;
        var person = command instanceof NamesPersonByNumber names ? ask(queries, vault.whoHas(names.number())) : null;
        var personCase = person == null ? null : ask(queries, Questions.caseOf(person));

        var answers = firstReads.read(person, command.streams(), queries.toArray(Query<?>[]::new));
        policies.hold(answers.firstOf(policyCount).orElse(0L));
        var beside = new HashMap<String, Object>();
        var caller = appointments == null || sending == null
                ? null
                : callers.caller(sending.claimed(), answers.of(appointments));
        // Before the role is looked at: whoever may not know of a case learns nothing by being the wrong one for it.
        var row = caseRow == null ? Optional.<CaseRow>empty() : Optional.of(visible(answers.firstOf(caseRow), caller));
        requireAllowed(command, caller);
        var first = earlier == null || sending == null
                ? Optional.<Earlier>empty()
                : idempotency.repeated(sending, answers.firstOf(earlier));
        if (caller != null) {
            beside.put(Keys.CALLER, caller);
        }
        if (sending != null && sending.ifMatch() != null) {
            beside.put(Keys.IF_MATCH, sending.ifMatch());
        }
        first.ifPresent(sent -> beside.put(Keys.REPEATED, sent.entry()));
        if (inLane != null) {
            beside.put(Keys.IS_IN_LANE, answers.firstOf(inLane).isPresent());
        }
        if (colleague != null) {
            beside.put(Keys.IS_COLLEAGUE, answers.firstOf(colleague).isPresent());
        }
        if (own != null) {
            beside.put(Keys.OWN_APPOINTMENTS, Set.copyOf(answers.of(own)));
        }
        if (organisation != null) {
            answers.firstOf(organisation).ifPresent(kind -> beside.put(Keys.ORGANISATION_KIND, kind));
        }
        if (person != null && personCase != null) {
            answers.firstOf(person).ifPresent(known -> beside.put(Keys.KNOWN_PERSON, known));
            answers.firstOf(personCase).ifPresent(known -> beside.put(Keys.KNOWN_CASE, known));
        }
        if (operators != null && command instanceof EndsAppointment ends) {
            beside.put(Keys.IS_LAST_OPERATOR, isLast(ends.staffId(), answers.of(operators)));
        }
        return new Facts(caller, first, row, beside);
    }

    private static <T> Query<T> ask(List<Query<?>> queries, Query<T> query) {
        queries.add(query);
        return query;
    }

    private static void requireAllowed(Command command, @Nullable Caller caller) {
        var allowed = command.getClass().getAnnotation(AllowedTo.class);
        Rejected.unless(
                caller == null || (allowed != null && List.of(allowed.value()).contains(caller.role())),
                AccessRefusal.NOT_ALLOWED);
    }

    /** Fails closed: no row, another's person, or a protected one without the mandate all look the same. */
    private static CaseRow visible(Optional<CaseRow> row, @Nullable Caller caller) {
        return row.filter(found -> caller == null
                        || (found.inLane()
                                && (found.protection() == Protection.NONE || caller.has(Mandate.PROTECTED_IDENTITIES))))
                .orElseThrow(() -> new Rejected(AccessRefusal.UNKNOWN_CASE));
    }

    private static boolean isLast(StaffId operator, List<Operator> inForce) {
        return inForce.stream().anyMatch(each -> each.staffId().equals(operator))
                && inForce.stream()
                        .noneMatch(each -> each.stays() && !each.staffId().equals(operator));
    }
}

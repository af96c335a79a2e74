package se.samplan.pipeline;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.samplan.access.AccessRefusal;
import se.samplan.access.Actor;
import se.samplan.access.ActorLookup;
import se.samplan.access.CaseAccess;
import se.samplan.access.CaseAccess.CasePerson;
import se.samplan.casework.CaseCommand;
import se.samplan.casework.ReadVersion;
import se.samplan.command.AllowedTo;
import se.samplan.command.Command;
import se.samplan.command.CommandMetadata;
import se.samplan.command.CommandOrigin;
import se.samplan.command.Fact;
import se.samplan.command.FactSource;
import se.samplan.command.StandingQuery;
import se.samplan.http.Etags;
import se.samplan.pipeline.Idempotency.Earlier;
import se.samplan.refusal.Rejected;
import se.samplan.store.CommandReads;
import se.samplan.store.CommandReads.Answers;
import se.samplan.store.Query;
import se.samplan.store.StreamQuery;

/** Reads in one round trip what a command needs beside its stream, and refuses senders without the right to send it. */
@Component
class CommandContext {

    private static final Query<Long> BOUND = Query.of(row -> row.getLong(1), "select samplan.safe_bound()");

    private final CommandReads commandReads;
    private final ActorLookup actorLookup;
    private final Idempotency idempotency;
    private final List<StandingQuery<?>> standingQueries;
    private final List<FactSource> factSources;
    private final Etags etags;
    private final Clock clock;

    /**
     * What was read.
     *
     * @param actor absent if the program itself sends the command
     * @param earlier the first request, if this one repeats it
     * @param person whose case it is; absent if the command concerns no case
     * @param metadata what travels on with the command
     * @param bound the position to wait for if nothing is stored; 0 for commands that always store something
     */
    record Context(
            @Nullable Actor actor,
            Optional<Earlier> earlier,
            Optional<CasePerson> person,
            Map<String, Object> metadata,
            long bound) {}

    CommandContext(
            CommandReads commandReads,
            ActorLookup actorLookup,
            Idempotency idempotency,
            List<StandingQuery<?>> standingQueries,
            List<FactSource> factSources,
            Etags etags,
            Clock clock) {
        this.commandReads = commandReads;
        this.actorLookup = actorLookup;
        this.idempotency = idempotency;
        this.standingQueries = standingQueries;
        this.factSources = factSources;
        this.etags = etags;
        this.clock = clock;
    }

    Context read(Command command, @Nullable CommandEnvelope envelope) {
        var queries = new ArrayList<Query<?>>();
        // Whoever need not wait for what time did knows that it did nothing, of hidden entries too. Before what reads
        // events.
        var bound = command.isOfTheClock() && envelope != null ? add(queries, BOUND) : null;
        var standing = standingQueries.stream().<Standing<?>>map(Standing::of).toList();
        standing.forEach(each -> queries.add(each.query()));
        var appointments = envelope == null ? null : add(queries, actorLookup.appointments(envelope.claimed()));
        var earlier = envelope == null || envelope.key() == null ? null : add(queries, idempotency.earlier(envelope));
        var casePerson = command instanceof CaseCommand ofCase
                ? add(queries, CaseAccess.personOf(ofCase.caseId(), ofCase.lane()))
                : null;
        var facts = factsFor(command, envelope);
        facts.forEach(fact -> queries.add(fact.query()));

        var answers =
                commandReads.read(streamNamedBy(facts), streams(command, envelope), queries.toArray(Query<?>[]::new));
        standing.forEach(each -> each.update(answers));
        var actor = appointments == null || envelope == null
                ? null
                : actorLookup.caller(envelope.claimed(), answers.of(appointments));
        // Before the role check: whoever may not know of a case learns nothing from having the wrong role.
        var person = casePerson == null
                ? Optional.<CasePerson>empty()
                : Optional.of(CaseAccess.require(answers.firstOf(casePerson), actor));
        requireAllowed(command, actor);
        var first = earlier == null || envelope == null
                ? Optional.<Earlier>empty()
                : idempotency.repeated(envelope, answers.firstOf(earlier));
        var metadata = new HashMap<String, Object>();
        if (actor != null) {
            metadata.put(CommandMetadata.ACTOR, actor);
        }
        if (envelope != null && envelope.ifMatch() != null) {
            metadata.put(CommandMetadata.READ_VERSION, readVersion(envelope.ifMatch()));
        }
        first.ifPresent(sent -> metadata.put(CommandMetadata.REPEATED, sent.entry()));
        facts.forEach(fact -> put(fact, answers, metadata));
        return new Context(
                actor,
                first,
                person,
                metadata,
                bound == null ? 0 : answers.firstOf(bound).orElseThrow());
    }

    /** The sender's rights come before the stream: nothing is read of a case that the sender may not touch. */
    private List<StreamQuery> streams(Command command, @Nullable CommandEnvelope envelope) {
        if (!command.readsItsStream()) {
            return List.of();
        }
        return List.of(
                command instanceof CaseCommand ofCase && envelope != null
                        ? CaseAccess.streamOf(ofCase.caseId(), ofCase.lane(), envelope.claimed(), clock.instant())
                        : StreamQuery.ofFamily(command.stream(), command.family()));
    }

    private List<Fact<?>> factsFor(Command command, @Nullable CommandEnvelope envelope) {
        var subject = envelope == null ? null : envelope.claimed().subject();
        var facts = new ArrayList<Fact<?>>(command.needs(new CommandOrigin(subject, clock.instant())));
        factSources.forEach(source -> facts.addAll(source.factsFor(command)));
        return facts;
    }

    private static @Nullable Query<UUID> streamNamedBy(List<Fact<?>> facts) {
        return facts.stream()
                .<Query<UUID>>mapMulti((fact, streams) -> {
                    if (fact.stream() != null) {
                        streams.accept(fact.stream());
                    }
                })
                .findFirst()
                .orElse(null);
    }

    private static <T> void put(Fact<T> fact, Answers answers, Map<String, Object> metadata) {
        var value = fact.value().apply(answers.of(fact.query()));
        if (value != null) {
            metadata.put(fact.key(), value);
        }
    }

    private ReadVersion readVersion(IfMatch ifMatch) {
        return (caseId, version) -> ifMatch.allows(etags.of(caseId, version));
    }

    private static <T> Query<T> add(List<Query<?>> queries, Query<T> query) {
        queries.add(query);
        return query;
    }

    private static void requireAllowed(Command command, @Nullable Actor actor) {
        var allowed = command.getClass().getAnnotation(AllowedTo.class);
        Rejected.unless(
                actor == null || (allowed != null && List.of(allowed.value()).contains(actor.role())),
                AccessRefusal.NOT_ALLOWED);
    }

    /** A standing query, as sent this time. */
    private record Standing<T>(StandingQuery<T> owner, Query<T> query) {

        static <T> Standing<T> of(StandingQuery<T> owner) {
            return new Standing<>(owner, owner.query());
        }

        void update(Answers answers) {
            owner.update(answers.of(query));
        }
    }
}

package se.samplan.coordination;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static se.samplan.refusal.Rejected.unless;
import static se.samplan.refusal.Rejected.when;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateMember;
import org.axonframework.modelling.command.CommandHandlerInterceptor;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import se.samplan.calendar.SwedishDays;
import se.samplan.casework.Audience;
import se.samplan.casework.AudienceTracker;
import se.samplan.casework.Capability;
import se.samplan.casework.CaseAnswer;
import se.samplan.casework.CaseCommand;
import se.samplan.casework.CaseEvent;
import se.samplan.casework.CaseId;
import se.samplan.casework.CaseOpened;
import se.samplan.casework.CaseRefusal;
import se.samplan.casework.Components;
import se.samplan.casework.Deadline;
import se.samplan.casework.Deaths;
import se.samplan.casework.Knowledge;
import se.samplan.casework.KnowledgeAt;
import se.samplan.casework.LaneId;
import se.samplan.casework.Lapse;
import se.samplan.casework.OpenEntry;
import se.samplan.casework.ParticipantId;
import se.samplan.casework.ReadVersion;
import se.samplan.casework.Sex;
import se.samplan.casework.TakesReason;
import se.samplan.casework.VisibleVersion;
import se.samplan.caseworker.Caseworkers;
import se.samplan.clearance.ClearanceGrants;
import se.samplan.clearance.Clearances;
import se.samplan.collision.CollisionChecks;
import se.samplan.collision.Collisions;
import se.samplan.command.CommandMetadata;
import se.samplan.consent.Grounds;
import se.samplan.correction.Corrections;
import se.samplan.enrolment.Enrolments;
import se.samplan.plan.Activities;
import se.samplan.plan.Plans;
import se.samplan.policy.Policies;
import se.samplan.referral.Referrals;
import se.samplan.registration.Registrations;
import se.samplan.subsidy.Subsidies;

/** One participant's coordination case: what both sides planned, decided, disclosed and agreed. */
@Aggregate(lockFactory = "noLocks")
@SuppressWarnings("UnusedVariable") // Axon reads the identifier and the members by reflection
public class CoordinationCase {

    @AggregateIdentifier
    private @Nullable CaseId id;

    private Instant birth = Instant.MIN;

    @AggregateMember
    private final Grounds grounds = new Grounds();

    private final Deaths deaths = new Deaths();
    private final Knowledge knowledge = new Knowledge(grounds::all, deaths);

    @AggregateMember
    private final Referrals referrals = new Referrals();

    @AggregateMember
    private final Enrolments enrolments = new Enrolments(knowledge, referrals, this::open);

    @AggregateMember
    private final Caseworkers caseworkers = new Caseworkers();

    @AggregateMember
    private final Registrations registrations = new Registrations();

    @AggregateMember
    private final Plans plans = new Plans();

    @AggregateMember
    private final Collisions collisions = new Collisions(knowledge);

    private final ClearanceGrants clearanceGrants = new ClearanceGrants(id -> this.activities.find(id));
    private final CollisionChecks collisionChecks = new CollisionChecks(collisions, clearanceGrants);

    @AggregateMember
    private final Activities activities = new Activities(plans, knowledge, collisionChecks);

    @AggregateMember
    private final Clearances clearances = new Clearances(grounds, clearanceGrants, activities);

    @AggregateMember
    private final Subsidies subsidies = new Subsidies(grounds);

    @AggregateMember
    private final Corrections corrections =
            new Corrections(collisions, collisionChecks, activities, clearances, this::listOfCapabilities);

    private final List<Capability> capabilities = List.of(
            grounds,
            referrals,
            enrolments,
            caseworkers,
            registrations,
            plans,
            activities,
            collisions,
            clearances,
            subsidies,
            corrections);

    private final AudienceTracker audienceTracker = new AudienceTracker();
    private final Map<Audience, Long> counted = new HashMap<>();

    CoordinationCase() {}

    /** Opens the case for the first command that needs it. */
    public CoordinationCase(
            CaseId id, ParticipantId participant, LaneId lane, Sex sex, int birthYear, Instant effectiveAt) {
        apply(new CaseOpened(id, participant, lane, sex, birthYear, effectiveAt));
    }

    /** Around every command: its time, the version that its sender read, and the answer. */
    @CommandHandlerInterceptor
    CaseAnswer around(
            CaseCommand command,
            @MetaDataValue(CommandMetadata.READ_VERSION) @Nullable ReadVersion read,
            @MetaDataValue(CommandMetadata.REPEATED) @Nullable UUID repeated,
            Clock clock,
            InterceptorChain chain)
            throws Exception {
        var now = clock.instant();
        var dueBefore = earliestDue(now);
        var afterDeath = knowledge.of(command.lane()).isAfterDeath(command.effectiveAt(), now);
        Object result = null;
        if (repeated == null) {
            command.effectiveAt().requireNotAfter(now);
            when(!command.isOfTheClock() && namesTimeBeforeBirth(command), CaseRefusal.BEFORE_BIRTH);
            unless(read == null || read.isStill(command.caseId(), version(command.lane(), now)), CaseRefusal.STALE);
            when(afterDeath && lacksReason(command), CaseRefusal.REASON_NEEDED_AFTER_DEATH);
            result = chain.proceed();
        }
        var reader = knowledge.of(command.lane()).now(now);
        var entry = repeated == null ? command.entry() : repeated;
        return new CaseAnswer(
                entry,
                responseFields(entry, reader, result, afterDeath),
                version(command.lane(), now),
                now,
                dueBefore,
                earliestDue(command.isOfTheClock() ? command.effectiveAt().judgedAt(now) : now));
    }

    @CommandHandler
    void decide(LetTimePass command, Policies policies, Clock clock) {
        var until = command.effectiveAt().judgedAt(clock.instant());
        due().filter(deadline -> !deadline.at().isAfter(until))
                .sorted(Comparator.comparing(Deadline::at))
                .map(Deadline::lapse)
                .filter(Objects::nonNull)
                .toList()
                .forEach(lapse -> apply(lapse));
        clearances.letExpire(until, policies);
    }

    @EventSourcingHandler
    void evolve(CaseEvent event) {
        if (event instanceof CaseOpened opened) {
            id = opened.caseId();
            birth = SwedishDays.startOf(LocalDate.of(opened.birthYear(), 1, 1));
        } else if (event instanceof Lapse) {
            audienceTracker.of(event);
        } else {
            var audiences = audienceTracker.of(event);
            audiences.forEach(audience -> counted.merge(audience, 1L, Long::sum));
            deaths.evolve(event, audiences);
        }
    }

    /** Its time, or any other date or moment that it names. */
    private boolean namesTimeBeforeBirth(CaseCommand command) {
        var days = Components.of(command, LocalDate.class).map(SwedishDays::startOf);
        var moments = Components.of(command, Instant.class);
        return Stream.concat(days, moments).anyMatch(time -> time.isBefore(birth));
    }

    private Map<String, Object> responseFields(
            UUID entry, KnowledgeAt reader, @Nullable Object result, boolean afterDeath) {
        var fields = new HashMap<String, Object>();
        capabilities.forEach(capability -> fields.putAll(capability.responseFields(entry, reader)));
        if (result instanceof Map<?, ?> more) {
            more.forEach((key, value) -> fields.put(String.valueOf(key), value));
        }
        if (afterDeath) {
            fields.merge("warnings", Deaths.WARNING, CoordinationCase::both);
        }
        return fields;
    }

    private static boolean lacksReason(CaseCommand command) {
        return command instanceof TakesReason motion && motion.reason() == null;
    }

    private static Object both(Object some, Object more) {
        return Stream.of(some, more).flatMap(each -> ((List<?>) each).stream()).toList();
    }

    private String version(LaneId reader, Instant now) {
        return VisibleVersion.version(counted, reader, grounds.all(), now);
    }

    /** All capabilities, for a test that none is forgotten. */
    List<Capability> capabilities() {
        return capabilities;
    }

    /** Called late: the list exists only once all its members do. */
    private List<Capability> listOfCapabilities() {
        return capabilities;
    }

    /** Nothing lapses for a lane that knows of a death by itself; what others learned says nothing here. */
    private Stream<Deadline> due() {
        return capabilities.stream()
                .flatMap(Capability::due)
                .filter(deadline -> !(deadline.lapse() instanceof CaseEvent lapse && deaths.areToldBy(lapse.lane())));
    }

    /** A deadline already past when it is recorded sets no alarm: it lapses when time is let pass. */
    private @Nullable Instant earliestDue(Instant after) {
        return due().map(Deadline::at)
                .filter(at -> at.isAfter(after))
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    private Stream<OpenEntry> open() {
        return capabilities.stream().flatMap(Capability::open);
    }
}

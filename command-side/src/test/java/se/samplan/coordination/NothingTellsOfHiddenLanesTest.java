package se.samplan.coordination;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static se.samplan.coordination.CaseUnderTest.AGENCY;
import static se.samplan.coordination.CaseUnderTest.ANNA;
import static se.samplan.coordination.CaseUnderTest.BENGT;
import static se.samplan.coordination.CaseUnderTest.CASE;
import static se.samplan.coordination.CaseUnderTest.MUNICIPALITY;
import static se.samplan.coordination.CaseUnderTest.NEIGHBOUR;
import static se.samplan.coordination.CaseUnderTest.NOW;
import static se.samplan.coordination.CaseUnderTest.SOCIAL_SERVICES;
import static se.samplan.coordination.CaseUnderTest.THEN;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.junit.jupiter.api.Test;
import se.samplan.casework.Audience;
import se.samplan.casework.AudienceTracker;
import se.samplan.casework.CaseCommand;
import se.samplan.casework.CaseEvent;
import se.samplan.casework.Ground;
import se.samplan.casework.LaneId;
import se.samplan.collision.CollisionEvent.CollisionFound;
import se.samplan.collision.CollisionEvent.CollisionResolved;
import se.samplan.collision.CollisionId;
import se.samplan.command.CommandMetadata;
import se.samplan.command.EffectiveAt;
import se.samplan.consent.ConsentEvent.ConsentRecorded;
import se.samplan.consent.ConsentEvent.ConsentWithdrawn;
import se.samplan.coordination.CaseBench.Setting;
import se.samplan.coordination.CaseUnderTest.Decided;

/**
 * The law that nothing tells of a lane its actor may not know: two histories that differ in hidden facts alone give the
 * same outcome to every command, also to one that names a hidden entry.
 */
class NothingTellsOfHiddenLanesTest {

    private static final int PAIRS = Integer.getInteger("samplan.law.pairs", 500);
    private static final long SEED = Long.getLong("samplan.law.seed", 20220301);
    private static final List<LaneId> ACTORS = List.of(MUNICIPALITY, SOCIAL_SERVICES, AGENCY);
    private static final List<LaneId> LANES = List.of(MUNICIPALITY, SOCIAL_SERVICES, AGENCY, NEIGHBOUR);
    private static final List<Class<?>> TYPES = AnyCommand.types();

    private final Map<String, Integer> accepted = new TreeMap<>();
    private final Map<String, Integer> refused = new TreeMap<>();
    private int pairs;
    private int withHiddenFacts;
    private int toldToOthers;

    /** One history as it grows. */
    private static final class World {

        final List<EventMessage<?>> messages =
                new ArrayList<>(List.of(GenericEventMessage.asEventMessage(Happened.opened())));

        List<CaseEvent> events() {
            return messages.stream()
                    .map(message -> (CaseEvent) message.getPayload())
                    .toList();
        }

        Decided decide(CaseCommand command, Map<String, Object> beside) {
            return CaseBench.decide(new Setting(messages, NOW, List.of(), beside), command);
        }

        void add(CaseEvent event) {
            messages.add(GenericEventMessage.asEventMessage(event));
        }

        /** Goes on from there. Two worlds find the same collision under ids of their own: here it gets the same. */
        void append(Decided decided) {
            var ids = new HashMap<CollisionId, CollisionId>();
            decided.messages().forEach(message -> {
                if (message.getPayload() instanceof CollisionFound found) {
                    var times = times(found);
                    var name = about(found) + times;
                    ids.put(found.collisionId(), new CollisionId(UUID.nameUUIDFromBytes(name.getBytes(UTF_8))));
                }
                messages.add(new GenericEventMessage<>(
                        renamed((CaseEvent) message.getPayload(), ids), message.getMetaData()));
            });
        }

        private long times(CollisionFound found) {
            return events().stream()
                    .filter(event -> event instanceof CollisionFound other
                            && about(other).equals(about(found)))
                    .count();
        }

        private static CaseEvent renamed(CaseEvent event, Map<CollisionId, CollisionId> ids) {
            return switch (event) {
                case CollisionFound e ->
                    new CollisionFound(
                            Objects.requireNonNull(ids.get(e.collisionId())),
                            e.lane(),
                            e.with(),
                            e.kind(),
                            e.activity(),
                            e.other(),
                            e.from(),
                            e.to(),
                            e.hoursPerWeek(),
                            e.effectiveAt());
                case CollisionResolved e ->
                    new CollisionResolved(
                            ids.getOrDefault(e.collisionId(), e.collisionId()),
                            e.lane(),
                            e.with(),
                            e.resolution(),
                            e.effectiveAt());
                default -> event;
            };
        }
    }

    private static String about(CollisionFound found) {
        return found.kind() + " of " + found.activity() + " with " + found.other();
    }

    private record Step(CaseCommand command, Map<String, Object> beside) {}

    @Test
    void histories_that_differ_in_hidden_facts_alone_give_every_command_the_same_outcome() {
        var random = new Random(SEED);
        for (pairs = 0; pairs < PAIRS; pairs++) {
            tryPair(new Random(random.nextLong()));
        }

        assertThat(withHiddenFacts).as("pairs with hidden facts").isGreaterThan(PAIRS * 3 / 4);
        assertThat(toldToOthers)
                .as("pairs whose hidden facts another lane is told of")
                .isGreaterThan(PAIRS / 4);
        assertThat(accepted.keySet())
                .as("commands that were accepted")
                .containsExactlyInAnyOrderElementsOf(
                        TYPES.stream().map(Class::getSimpleName).toList());
        assertThat(refused).as("commands that were refused").hasSizeGreaterThan(TYPES.size() * 3 / 4);
    }

    private void tryPair(Random random) {
        var actor = ACTORS.get(pairs % ACTORS.size());
        var any = new AnyCommand(random);
        var open = new World();
        var hiding = new World();
        for (var event : Beginning.of(random, any, actor)) {
            open.add(event);
            hiding.add(event);
        }
        var known = knownTo(actor, open);
        int hidden = hideBeginnings(random, any, actor, hiding, known);
        for (int i = 0; i < 6; i++) {
            var at = THEN.plus(Duration.ofHours(i));
            hidden += hide(random, any, actor, hiding, known, at);
            var lane = random.nextInt(3) > 0 ? actor : LANES.get(random.nextInt(LANES.size()));
            var step = step(random, any, lane, at.plusSeconds(60), open.events());
            var decided = open.decide(step.command(), step.beside());
            if (decided.failure() != null
                    || opensGround(decided)
                    || !(lane.equals(actor) || isAllKnown(open, decided, actor, known))) {
                continue;
            }
            var beside = hiding.decide(step.command(), step.beside());
            if (lane.equals(actor)) {
                same(actor, open, decided, hiding, beside, known, step);
            } else if (beside.failure() != null
                    || !visible(actor, hiding, beside, known).equals(visible(actor, open, decided, known))) {
                continue; // decided by what its own lane knows: not the same visible facts
            }
            open.append(decided);
            hiding.append(beside);
        }
        withHiddenFacts += hidden > 0 ? 1 : 0;
        probe(random, any, actor, open, hiding, known);
    }

    /** Commands of every type in turn, with ids of both worlds. */
    private void probe(Random random, AnyCommand any, LaneId actor, World open, World hiding, List<Ground> known) {
        var nothing = new LetTimePass(CASE, actor, EffectiveAt.instant(Instant.EPOCH));
        var read = open.decide(nothing, CaseBench.beside(actor, ANNA, true))
                .accepted()
                .version();
        assertThat(hiding.decide(nothing, CaseBench.beside(actor, ANNA, true))
                        .accepted()
                        .version())
                .isEqualTo(read);
        for (int i = 0; i < 4; i++) {
            var type = TYPES.get((pairs * 4 + i) % TYPES.size());
            var at = random.nextInt(4) == 0 ? THEN.plus(Duration.ofHours(3)) : NOW;
            var step = step(random, any, type, actor, at, hiding.events());
            if (random.nextInt(4) == 0) {
                step.beside().put(CommandMetadata.READ_VERSION, CaseUnderTest.read(read));
            }
            var decided = open.decide(step.command(), step.beside());
            same(actor, open, decided, hiding, hiding.decide(step.command(), step.beside()), known, step);
            (decided.failure() == null ? accepted : refused).merge(type.getSimpleName(), 1, Integer::sum);
        }
        var owner = LANES.get((LANES.indexOf(actor) + 1 + random.nextInt(3)) % LANES.size());
        var step = step(random, any, owner, NOW, hiding.events());
        var one = outcome(open.decide(step.command(), step.beside()));
        toldToOthers += one.equals(outcome(hiding.decide(step.command(), step.beside()))) ? 0 : 1;
    }

    private static void same(
            LaneId actor, World open, Decided one, World hiding, Decided other, List<Ground> known, Step step) {
        assertThat(outcome(other)).as("%s", step).isEqualTo(outcome(one));
        assertThat(visible(actor, hiding, other, known)).as("%s", step).isEqualTo(visible(actor, open, one, known));
    }

    /** All that the sender is told, a collision by what it is about and not by its id. */
    private static String outcome(Decided decided) {
        var failure = decided.failure();
        if (failure != null) {
            return named(failure.reason().name() + failure.details(), decided);
        }
        var answer = Objects.requireNonNull(decided.answer());
        var fields = new TreeMap<>(answer.responseFields());
        // A new ground lets its sender know more from now on, and says so by the version.
        var version = opensGround(decided) ? "" : answer.version();
        return named(answer.entry() + " " + fields + " " + version, decided);
    }

    private static boolean opensGround(Decided decided) {
        return decided.messages().stream().anyMatch(message -> message.getPayload() instanceof ConsentRecorded);
    }

    private static String named(String text, Decided decided) {
        var named = text;
        for (var message : decided.messages()) {
            if (message.getPayload() instanceof CollisionFound found) {
                named = named.replace(found.collisionId().toString(), about(found));
            }
        }
        return named;
    }

    /** What the reader may know of what a command made happen. */
    private static List<String> visible(LaneId reader, World before, Decided decided, List<Ground> grounds) {
        var audienceTracker = new AudienceTracker();
        before.events().forEach(audienceTracker::of);
        return decided.messages().stream()
                .map(message -> (CaseEvent) message.getPayload())
                .filter(event -> audienceTracker.of(event).stream()
                        .anyMatch(audience -> audience.includes(reader, grounds, NOW)))
                .map(event -> named(event.toString(), decided))
                .toList();
    }

    private static boolean isAllKnown(World world, Decided decided, LaneId actor, List<Ground> grounds) {
        return visible(actor, world, decided, grounds).size()
                == decided.messages().size();
    }

    private static int hideBeginnings(Random random, AnyCommand any, LaneId actor, World world, List<Ground> known) {
        var hidden = LANES.stream()
                .filter(lane -> !lane.equals(actor))
                .flatMap(lane -> Beginning.elsewhere(random, any, lane).stream())
                .filter(event -> !Audience.of(event).includes(actor, known, NOW))
                .toList();
        hidden.forEach(world::add);
        return hidden.size();
    }

    /** Lets another lane do something that the actor may not know of; 1 if something came of it. */
    private static int hide(Random random, AnyCommand any, LaneId actor, World world, List<Ground> known, Instant at) {
        var others = LANES.stream().filter(lane -> !lane.equals(actor)).toList();
        var step = step(random, any, others.get(random.nextInt(others.size())), at, world.events());
        var decided = world.decide(step.command(), step.beside());
        var consentsWithActor = decided.messages().stream()
                .anyMatch(message -> message.getPayload() instanceof ConsentRecorded consent
                        && consent.parties().contains(actor));
        if (decided.failure() != null
                || decided.messages().isEmpty()
                || consentsWithActor
                || !visible(actor, world, decided, known).isEmpty()) {
            return 0;
        }
        world.append(decided);
        return 1;
    }

    private static Step step(Random random, AnyCommand any, LaneId lane, Instant at, List<CaseEvent> history) {
        var type = any.possible(lane, history);
        return step(random, any, type, lane, at, history);
    }

    private static Step step(
            Random random, AnyCommand any, Class<?> type, LaneId lane, Instant at, List<CaseEvent> history) {
        return new Step(
                any.of(type, lane, at, history),
                CaseBench.beside(lane, random.nextBoolean() ? ANNA : BENGT, random.nextInt(8) > 0));
    }

    /** The grounds by which the actor may know anything, as an oracle of its own has them. */
    private static List<Ground> knownTo(LaneId actor, World world) {
        var grounds = new TreeMap<String, Ground>();
        for (var event : world.events()) {
            if (event instanceof ConsentRecorded e && e.parties().contains(actor)) {
                grounds.put(
                        e.groundId().toString(),
                        new Ground(e.groundId(), e.parties(), e.kinds(), e.validFrom(), e.validTo()));
            } else if (event instanceof ConsentWithdrawn e) {
                grounds.computeIfPresent(e.groundId().toString(), (id, ground) -> ground.endedAt(e.effectiveAt()));
            }
        }
        return List.copyOf(grounds.values());
    }
}

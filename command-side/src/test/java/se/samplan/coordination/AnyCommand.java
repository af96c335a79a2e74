package se.samplan.coordination;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samplan.coordination.CaseUnderTest.AGENCY;
import static se.samplan.coordination.CaseUnderTest.ANNA;
import static se.samplan.coordination.CaseUnderTest.BENGT;
import static se.samplan.coordination.CaseUnderTest.CASE;
import static se.samplan.coordination.CaseUnderTest.TEXT;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import se.samplan.casework.CaseCommand;
import se.samplan.casework.CaseEvent;
import se.samplan.casework.CaseId;
import se.samplan.casework.EntryId;
import se.samplan.casework.LaneId;
import se.samplan.casework.Provenance;
import se.samplan.casework.Sealed;
import se.samplan.command.EffectiveAt;
import se.samplan.organisation.Branch;
import se.samplan.organisation.OrganisationId;
import se.samplan.organisation.StaffId;
import se.samplan.plan.GoalId;
import se.samplan.plan.PlanEvent.GoalAdded;
import se.samplan.plan.PlanId;
import se.samplan.referral.OtherSource;
import se.samplan.referral.ReferralSource;
import se.samplan.subsidy.EmployerId;

/** Makes commands of every type there is, by their components; a component of a new type stops it. */
final class AnyCommand {

    private static final Map<Class<?>, List<Class<?>>> NEEDED = new HashMap<>();
    private static final Map<String, Boolean> OPTIONAL = new HashMap<>();
    private static final Map<Class<?>, List<RecordComponent>> COMPONENTS = new HashMap<>();
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("se.samplan");
    private static final List<Class<?>> TYPES = find();
    private static final Map<Class<?>, Integer> MINTED = minted();
    private static final List<LaneId> UNITS = List.of(LaneId.of("1481:LABOUR_MARKET"), LaneId.of("1480:LABOUR_MARKET"));
    private static final LocalDate FIRST = LocalDate.of(2022, 3, 10);

    private final Random random;

    AnyCommand(Random random) {
        this.random = random;
    }

    /** Every type of command to a case, found on the class path. */
    static List<Class<?>> types() {
        return TYPES;
    }

    private static List<Class<?>> find() {
        return CLASSES.stream()
                .filter(type -> type.isAssignableTo(CaseCommand.class) && type.isRecord())
                .<Class<?>>map(JavaClass::reflect)
                .sorted((one, other) -> one.getName().compareTo(other.getName()))
                .toList();
    }

    /** The place of the id that a controller mints for a command, for each type of which it mints one. */
    private static Map<Class<?>, Integer> minted() {
        var minted = new HashMap<Class<?>, Integer>();
        CLASSES.stream()
                .filter(type -> type.getSimpleName().endsWith("Controller"))
                .flatMap(type -> type.getMethods().stream())
                .forEach(method -> method.getConstructorCallsFromSelf().stream()
                        .filter(call -> call.getTargetOwner().isAssignableTo(CaseCommand.class))
                        .<Class<?>>map(call -> call.getTargetOwner().reflect())
                        .forEach(command -> mintedFor(command, method).forEach(i -> minted.put(command, i))));
        assertThat(minted).hasSizeGreaterThan(10);
        return minted;
    }

    private static IntStream mintedFor(Class<?> command, JavaMethod method) {
        var ids = method.getMethodCallsFromSelf().stream()
                .filter(call -> call.getName().equals("random"))
                .filter(call -> call.getTargetOwner().isAssignableTo(EntryId.class))
                .<Class<?>>map(call -> call.getTargetOwner().reflect())
                .toList();
        var components = command.getRecordComponents();
        return IntStream.range(0, components.length).filter(i -> ids.contains(components[i].getType()));
    }

    /** A type of command that has something to go on with in that history, as far as the lane has to do with it. */
    Class<?> possible(LaneId lane, List<CaseEvent> history) {
        var possible = types().stream()
                .filter(type -> needed(type).stream()
                        .noneMatch(needed -> ids(needed, lane, false, history).isEmpty()))
                .toList();
        return Objects.requireNonNull(pick(possible));
    }

    /** The ids without which a command of that type can only be refused. */
    private static List<Class<?>> needed(Class<?> type) {
        var components = type.getRecordComponents();
        return NEEDED.computeIfAbsent(type, known -> IntStream.range(2, components.length)
                .filter(i -> i != minted(type))
                .mapToObj(i -> components[i])
                .filter(component -> !isOptional(component) && component.getType() != StaffId.class)
                .<Class<?>>map(RecordComponent::getType)
                .filter(AnyCommand::isId)
                .toList());
    }

    private static boolean isId(Class<?> type) {
        return type.isRecord() && type.getRecordComponents()[0].getType() == UUID.class && type != Sealed.class;
    }

    private static boolean isOptional(RecordComponent component) {
        return OPTIONAL.computeIfAbsent(
                component.getDeclaringRecord().getName() + "." + component.getName(),
                name -> component.getAnnotatedType().isAnnotationPresent(Nullable.class));
    }

    /** A command that its sender could send, having read or guessed the ids in that history. */
    CaseCommand of(Class<?> type, LaneId lane, Instant at, List<CaseEvent> history) {
        return of(type, lane, EffectiveAt.instant(at), history);
    }

    CaseCommand of(Class<?> type, LaneId lane, EffectiveAt at, List<CaseEvent> history) {
        var minted = minted(type);
        var goal = pick(history.stream().filter(GoalAdded.class::isInstance).toList());
        var values = new ArrayList<@Nullable Object>();
        var components = type.getRecordComponents();
        for (int i = 0; i < components.length; i++) {
            var component = components[i];
            if (i == minted) {
                values.add(id(component.getType(), uuid()));
            } else if (component.getType() == GoalId.class && goal instanceof GoalAdded added) {
                values.add(added.goalId());
            } else if (component.getType() == PlanId.class
                    && type.getSimpleName().equals("AchieveGoal")
                    && goal instanceof GoalAdded added) {
                values.add(added.planId());
            } else {
                values.add(value(component, lane, at, history));
            }
        }
        return make(type, values);
    }

    /** The place of the id that the controller mints, among its components; -1 if it mints none. */
    private static int minted(Class<?> type) {
        return MINTED.getOrDefault(type, -1);
    }

    UUID uuid() {
        return new UUID(random.nextLong() & ~0xF000L | 0x4000L, random.nextLong() >>> 2 | Long.MIN_VALUE);
    }

    <T> @Nullable T pick(List<T> from) {
        return from.isEmpty() ? null : from.get(random.nextInt(from.size()));
    }

    private @Nullable Object value(RecordComponent component, LaneId lane, EffectiveAt at, List<CaseEvent> history) {
        var type = component.getType();
        if (isOptional(component) && random.nextInt(3) == 0) {
            return null;
        }
        if (type == CaseId.class) {
            return CASE;
        } else if (type == LaneId.class) {
            return component.getName().equals("to") ? unit(lane) : lane;
        } else if (type == ReferralSource.class && random.nextInt(4) > 0) {
            return source(lane);
        } else if (type == OtherSource.class && random.nextInt(4) > 0) {
            return null;
        } else if (type == EffectiveAt.class) {
            return at;
        } else if (type == Instant.class) {
            return at.earliest();
        } else if (type == LocalDate.class) {
            return day(component.getName());
        } else if (type == Sealed.class) {
            return TEXT;
        } else if (type == StaffId.class) {
            return random.nextBoolean() ? ANNA : BENGT;
        } else if (type == OrganisationId.class) {
            return new OrganisationId(component.getName().equals("office") ? "AF-1481" : "1481");
        } else if (type == EmployerId.class) {
            return new EmployerId("5599990016");
        } else if (type == BigDecimal.class) {
            return new BigDecimal(5 + random.nextInt(30));
        } else if (type == int.class || type == Integer.class) {
            return 50;
        } else if (type == boolean.class) {
            return random.nextBoolean();
        } else if (type == String.class) {
            return "A2";
        } else if (type == Provenance.class) {
            return lane.equals(AGENCY)
                            || component.getDeclaringRecord().getSimpleName().equals("PlanActivity")
                    ? Provenance.OWN
                    : Provenance.STATED;
        } else if (type.isEnum()) {
            return pick(List.of(type.getEnumConstants()));
        } else if (type == UUID.class) {
            return entry(lane, history);
        } else if (type == List.class) {
            return history.stream()
                    .map(CaseEvent::entry)
                    .distinct()
                    .filter(entry -> random.nextBoolean())
                    .toList();
        } else if (Set.class.isAssignableFrom(type)) {
            return set((Class<?>) ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0], lane);
        } else if (isId(type)) {
            return known(type, lane, history);
        } else if (type.isRecord()) {
            var values = new ArrayList<@Nullable Object>();
            for (var part : type.getRecordComponents()) {
                values.add(value(part, lane, at, history));
            }
            return construct(type, values);
        }
        throw new IllegalStateException("no value for " + component);
    }

    private @Nullable LaneId unit(LaneId lane) {
        return lane.branch() == Branch.LABOUR_MARKET && random.nextInt(4) > 0 ? lane : pick(UNITS);
    }

    private static ReferralSource source(LaneId lane) {
        return lane.equals(AGENCY)
                ? ReferralSource.EMPLOYMENT_SERVICE
                : lane.branch() == Branch.SOCIAL_SERVICES ? ReferralSource.SOCIAL_SERVICES : ReferralSource.SELF;
    }

    private LocalDate day(String name) {
        var early = name.equals("from") || name.equals("wantedStart");
        return name.equals("withoutWorkSince")
                ? FIRST.minusDays(300)
                : FIRST.plusDays(early ? random.nextInt(15) : 15L + random.nextInt(60));
    }

    private Object set(Class<?> of, LaneId lane) {
        if (of == LaneId.class) {
            return new TreeSet<>(List.of(lane, AGENCY, UNITS.getFirst()));
        }
        var set = new TreeSet<Object>();
        for (var constant : of.getEnumConstants()) {
            if (random.nextInt(3) > 0) {
                set.add(constant);
            }
        }
        return set;
    }

    /** Mostly what the lane has to do with; now and then whatever there is, as if its id had been guessed. */
    private UUID entry(LaneId lane, List<CaseEvent> history) {
        var guessed = random.nextInt(4) == 0;
        var event = pick(history.stream()
                .filter(each -> guessed || each.lane().equals(lane))
                .toList());
        return event == null ? uuid() : event.entry();
    }

    private Object known(Class<?> type, LaneId lane, List<CaseEvent> history) {
        var id = pick(ids(type, lane, random.nextInt(4) == 0, history));
        return id == null ? id(type, uuid()) : id;
    }

    private static List<Object> ids(Class<?> type, LaneId lane, boolean guessed, List<CaseEvent> history) {
        return history.stream()
                .filter(event -> guessed
                        || event.lane().equals(lane)
                        || event.addressees().contains(lane))
                .flatMap(event ->
                        COMPONENTS
                                .computeIfAbsent(event.getClass(), known -> List.of(known.getRecordComponents()))
                                .stream()
                                .filter(component -> component.getType() == type)
                                .map(component -> read(component, event)))
                .distinct()
                .toList();
    }

    private static Object read(RecordComponent component, Object record) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object id(Class<?> type, UUID value) {
        return construct(type, List.of(value));
    }

    static CaseCommand make(Class<?> type, List<? extends @Nullable Object> values) {
        return (CaseCommand) construct(type, values);
    }

    private static Object construct(Class<?> type, List<? extends @Nullable Object> values) {
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(Arrays.stream(type.getRecordComponents())
                    .map(RecordComponent::getType)
                    .toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            return constructor.newInstance(values.toArray());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}

package se.samplan;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.spring.stereotype.Aggregate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import se.samplan.casework.Capability;
import se.samplan.casework.KnowsACapability;
import se.samplan.casework.SpeaksOfHttp;
import se.samplan.command.AllowedTo;
import se.samplan.command.Command;
import se.samplan.command.EffectiveAt;
import se.samplan.coordination.CoordinationCase;
import se.samplan.pipeline.KnowsTheCase;
import se.samplan.policy.PolicyEvent;
import se.samplan.referral.KnowsHttp;
import se.samplan.referral.KnowsItsAssembler;
import se.samplan.store.PendingWrites;

/** The rules of the house, each shown to hold of the code and not to hold of an example that breaks it. */
class ArchitectureTest {

    private static final JavaClasses CODE = ArchitectureRules.code();

    /** What a package of a capability has: a class of the case, or an aggregate of its own. */
    private static final Set<String> CAPABILITIES = CODE.stream()
            .filter(type -> (type.isAssignableTo(Capability.class) && !type.isInterface())
                    || type.isAnnotatedWith(Aggregate.class))
            .map(JavaClass::getPackageName)
            .filter(name -> !name.equals(CoordinationCase.class.getPackageName()))
            .collect(Collectors.toCollection(TreeSet::new));

    private static final Set<String> CLOCKS = Set.of("system", "systemUTC", "systemDefaultZone");

    /** A rule, and a class that breaks it. */
    private record Rule(ArchRule rule, List<Class<?>> broken) {

        @Override
        public String toString() {
            return rule.getDescription();
        }
    }

    static List<Rule> rules() {
        return List.of(
                new Rule(
                        noClasses()
                                .that()
                                .areNotAnnotatedWith(Configuration.class)
                                .should()
                                .callMethodWhere(asksTheWallClock())
                                .because("time is an input"),
                        List.of(AsksTheWallClock.class)),
                new Rule(
                        classes()
                                .that()
                                .areAssignableTo(Command.class)
                                .and()
                                .areNotInterfaces()
                                .should()
                                .beAnnotatedWith(AllowedTo.class)
                                .andShould()
                                .beRecords()
                                .because("every command says who may send it"),
                        List.of(AllowedToNobody.class)),
                new Rule(
                        noClasses()
                                .that()
                                .haveSimpleNameNotEndingWith("Controller")
                                .should()
                                .dependOnClassesThat(are(simpleNameEndingWith("Controller")))
                                .because("nothing builds on a controller"),
                        List.of(ControllerCaller.class, ThinController.class)),
                new Rule(
                        noClasses()
                                .that(decide())
                                .should()
                                .dependOnClassesThat(resideInAnyPackage(
                                        "java.sql..",
                                        "javax.sql..",
                                        "java.io..",
                                        "java.net..",
                                        "java.nio.file..",
                                        "org.springframework..",
                                        "org.slf4j..",
                                        "tools.jackson.."))
                                .because("decisions do no I/O and write no log"),
                        List.of(LogsWhileItDecides.class)),
                new Rule(
                        methods()
                                .that()
                                .areAnnotatedWith(CommandHandler.class)
                                .or()
                                .areAnnotatedWith(EventSourcingHandler.class)
                                .should()
                                .notBePublic()
                                .because("only Axon calls them"),
                        List.of(LogsWhileItDecides.class)),
                new Rule(
                        noClasses()
                                .that(are(not(equivalentTo(PendingWrites.class))))
                                .should()
                                .callMethodWhere(comesLateIntoAUnitOfWork())
                                .because("a unit's rows may have ended its transaction by then"),
                        List.of(PublishesWhenAllIsWritten.class)),
                new Rule(
                        noClasses()
                                .should()
                                .haveNameMatching(".*(Manager|Helper|Utils?|Impl)")
                                .because("a name says what it is"),
                        List.of(ThingHelper.class)),
                new Rule(ArchitectureRules.noCircles(), ArchitectureRules.A_CIRCLE),
                new Rule(
                        noClasses()
                                .that(resideInAnyPackage(
                                        "se.samplan.command",
                                        "se.samplan.casework",
                                        "se.samplan.pipeline",
                                        "se.samplan.access",
                                        "se.samplan.store",
                                        "se.samplan.vault",
                                        "se.samplan.http"))
                                .should()
                                .dependOnClassesThat(
                                        are(inACapabilityOr("se.samplan.coordination", "se.samplan.rights")))
                                .because("they carry capabilities, whichever there are"),
                        List.of(KnowsACapability.class, KnowsTheCase.class)),
                new Rule(
                        noClasses()
                                .that(resideInAnyPackage("se.samplan.command", "se.samplan.casework"))
                                .should()
                                .dependOnClassesThat(resideInAnyPackage(
                                        "se.samplan.pipeline",
                                        "se.samplan.http",
                                        "se.samplan.access",
                                        "org.springframework.."))
                                .because("the words of commands and of a case need nothing that runs"),
                        List.of(SpeaksOfHttp.class)),
                new Rule(
                        noClasses()
                                .that(are(inACapabilityOr()))
                                .should()
                                .dependOnClassesThat(resideInAnyPackage("se.samplan.coordination", "se.samplan.rights"))
                                .because("the case assembles capabilities, not the other way round"),
                        List.of(KnowsItsAssembler.class)),
                new Rule(
                        noClasses()
                                .that(are(inACapabilityOr("se.samplan.casework", "se.samplan.command")))
                                .and(are(not(controllers())))
                                .or(decide())
                                .should()
                                .dependOnClassesThat(resideInAnyPackage(
                                        "se.samplan.http", "org.springframework.http..", "org.springframework.web.."))
                                .because("decisions know nothing of HTTP"),
                        List.of(KnowsHttp.class)));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void the_code_keeps_the_rule(Rule rule) {
        rule.rule().check(CODE);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void the_rule_finds_what_breaks_it(Rule rule) {
        var broken = new ClassFileImporter().importClasses(rule.broken());

        assertThat(rule.rule().evaluate(broken).hasViolation()).isTrue();
    }

    @Test
    void the_rules_are_about_all_there_is() {
        assertThat(CODE.stream().filter(decide()).map(JavaClass::getSimpleName))
                .contains("CoordinationCase", "Referrals", "Activities", "Collisions", "Subsidies", "Participant");
        assertThat(CODE.stream().filter(type -> type.isAssignableTo(Command.class) && !type.isInterface()))
                .hasSizeGreaterThan(30);
        assertThat(CAPABILITIES)
                .contains("se.samplan.referral", "se.samplan.correction", "se.samplan.participant", "se.samplan.staff")
                .hasSizeGreaterThan(12);
        assertThat(CODE.stream().filter(type -> type.getSimpleName().endsWith("Controller")))
                .hasSizeGreaterThan(10);
    }

    private static DescribedPredicate<JavaClass> inACapabilityOr(String... others) {
        return DescribedPredicate.describe(
                "of a capability or " + List.of(others),
                type -> CAPABILITIES.contains(type.getPackageName())
                        || List.of(others).contains(type.getPackageName()));
    }

    /** Controllers, and the bodies nested in them. */
    private static DescribedPredicate<JavaClass> controllers() {
        return DescribedPredicate.describe("controllers", type -> type.getName().matches(".*Controller(\\$.*)?"));
    }

    private static DescribedPredicate<JavaClass> decide() {
        return DescribedPredicate.describe("decide by sourced events", type -> type.getMethods().stream()
                .anyMatch(method -> method.isAnnotatedWith(EventSourcingHandler.class)
                        || (method.isAnnotatedWith(CommandHandler.class) && !type.isAnnotatedWith(Component.class))));
    }

    private static DescribedPredicate<JavaCall<?>> asksTheWallClock() {
        return DescribedPredicate.describe("the wall clock is asked", call -> {
            var owner = call.getTargetOwner();
            var name = call.getName();
            var isTime = owner.getPackageName().equals("java.time");
            return (isTime && name.equals("now") && isStatic(call))
                    || (owner.isEquivalentTo(Clock.class) && CLOCKS.contains(name))
                    || (owner.isEquivalentTo(System.class) && name.equals("currentTimeMillis"));
        });
    }

    private static DescribedPredicate<JavaCall<?>> comesLateIntoAUnitOfWork() {
        return DescribedPredicate.describe(
                "something is left for when a unit of work is about to commit",
                call -> call.getTargetOwner().isAssignableTo(UnitOfWork.class)
                        && call.getName().equals("onPrepareCommit"));
    }

    private static boolean isStatic(JavaCall<?> call) {
        return call.getTarget()
                .resolveMember()
                .map(member -> member.getModifiers().contains(JavaModifier.STATIC))
                .orElse(true);
    }

    @SuppressWarnings("unused")
    private static final class AsksTheWallClock {
        Instant when() {
            return Instant.now();
        }
    }

    @SuppressWarnings("unused")
    private record AllowedToNobody(UUID stream, UUID entry, EffectiveAt effectiveAt) implements Command {
        @Override
        public Class<PolicyEvent> family() {
            return PolicyEvent.class;
        }
    }

    @SuppressWarnings("unused")
    private static final class ThinController {
        void open() {}
    }

    @SuppressWarnings("unused")
    private static final class ControllerCaller {
        void use(ThinController controller) {
            controller.open();
        }
    }

    @SuppressWarnings({"unused", "EffectivelyPrivate"})
    private static final class LogsWhileItDecides {
        @EventSourcingHandler
        public void evolve(Object event) {
            LoggerFactory.getLogger(LogsWhileItDecides.class).info("{}", event);
        }
    }

    @SuppressWarnings("unused")
    private static final class PublishesWhenAllIsWritten {
        void publish(UnitOfWork<?> unit, Runnable publishing) {
            unit.onPrepareCommit(prepared -> publishing.run());
        }
    }

    @SuppressWarnings("unused")
    private static final class ThingHelper {}
}

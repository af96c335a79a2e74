package se.samplan.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import se.samplan.refusal.Reason;

/** Every reason there is, provoked over HTTP: a reason without a way to it fails. */
class EveryRefusalTest {

    /** Codes of reads alone, which this side does not answer. */
    private static final Set<String> OF_THE_QUERY_SIDE = Set.of("INVALID_POSITION", "NOT_YET_AVAILABLE");

    private static final Map<String, Supplier<HttpAnswer>> PROVOKED = provoked();

    private static Map<String, Supplier<HttpAnswer>> provoked() {
        var all = new HashMap<String, Supplier<HttpAnswer>>();
        Stream.of(
                        RefusalsAtTheDoor.all(),
                        RefusalsOfTheRegister.all(),
                        RefusalsOfStaffAndPolicies.all(),
                        RefusalsOfCases.all(),
                        RefusalsOfPlanning.all(),
                        RefusalsOfDecisions.all())
                .forEach(all::putAll);
        OverHttp.all().forEach(capability -> all.putAll(capability.refusals()));
        return all;
    }

    @TestFactory
    Stream<DynamicContainer> of() {
        return families()
                .map(family -> DynamicContainer.dynamicContainer(
                        family.getSimpleName(),
                        reasons(family)
                                .filter(reason -> !OF_THE_QUERY_SIDE.contains(reason.name()))
                                .map(reason -> DynamicTest.dynamicTest(
                                        reason.name() + " is answered with its code", () -> provoke(reason)))));
    }

    @Test
    void a_code_is_of_one_reason() {
        var codes =
                families().flatMap(EveryRefusalTest::reasons).map(Reason::name).toList();

        assertThat(codes).doesNotHaveDuplicates().containsAll(PROVOKED.keySet()).hasSizeGreaterThan(80);
    }

    private static void provoke(Reason reason) {
        var answer = PROVOKED.getOrDefault(reason.name(), () -> {
                    throw new AssertionError("nothing provokes " + reason.name());
                })
                .get();

        answer.refused(reason.kind().status(), reason.name());
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        var problem = answer.json();
        assertThat(problem.path("status").asInt()).isEqualTo(answer.status());
        assertThat(problem.path("sv").asString()).isEqualTo(reason.text().sv());
        assertThat(problem.path("en").asString()).isEqualTo(reason.text().en());
        // Nothing of the request is told back.
        assertThat(problem.propertyNames())
                .isSubsetOf("type", "title", "status", "detail", "code", "sv", "en", "errors", "open", "entries");
        assertThat(answer.text()).doesNotContain(Marks.TEXT);
    }

    private static Stream<? extends Class<?>> families() {
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("se.samplan").stream()
                        .filter(type -> type.isAssignableTo(Reason.class) && type.isEnum())
                        .map(JavaClass::reflect);
    }

    private static Stream<Reason> reasons(Class<?> family) {
        return Arrays.stream(List.of(family.getEnumConstants()).toArray(Reason[]::new));
    }
}

package se.samplan;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaFieldAccess;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import se.samplan.access.AccessRefusal;
import se.samplan.pipeline.SendingRefusal;
import se.samplan.refusal.Reason;

/** Every code that a command can be refused with is expected by a test of this side. */
class RefusalsAreTestedTest {

    /** Refused before a command reaches its handler: shown by the tests that send over HTTP. */
    private static final Set<Class<?>> BEFORE_THE_HANDLER = Set.of(SendingRefusal.class, AccessRefusal.class);

    private static final Set<String> COMPARING =
            Set.of("isEqualTo", "isSameAs", "allMatch", "isIn", "contains", "containsExactly", "containsOnly");

    @Test
    void every_code_of_every_capability_is_expected_by_a_test() {
        var tests = new ClassFileImporter()
                .withImportOption(location -> location.contains("test-classes/") || location.contains("-tests.jar"))
                .importPackages("se.samplan");
        var expected = tests.stream()
                .flatMap(type -> type.getFieldAccessesFromSelf().stream())
                .filter(access -> access.getTargetOwner().isAssignableTo(Reason.class))
                .filter(RefusalsAreTestedTest::isAsserted)
                .map(RefusalsAreTestedTest::code)
                .collect(Collectors.toCollection(TreeSet::new));

        var codes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("se.samplan").stream()
                        .filter(type -> type.isAssignableTo(Reason.class) && type.isEnum())
                        .filter(type -> BEFORE_THE_HANDLER.stream().noneMatch(type::isEquivalentTo))
                        .map(JavaClass::reflect)
                        .flatMap(type -> Arrays.stream(type.getEnumConstants()))
                        .map(constant -> constant.getClass().getSimpleName() + "." + ((Enum<?>) constant).name())
                        .collect(Collectors.toCollection(TreeSet::new));

        assertThat(codes).hasSizeGreaterThan(60);
        codes.removeAll(expected);
        assertThat(codes).as("codes that no test expects").isEmpty();
    }

    /** Whether the code is read by a method that compares, or that hands it to a helper of the tests that does. */
    private static boolean isAsserted(JavaFieldAccess access) {
        return access.getOrigin().getMethodCallsFromSelf().stream()
                .anyMatch(call -> isComparing(call) || isExpecting(call));
    }

    private static boolean isComparing(JavaMethodCall call) {
        return COMPARING.contains(call.getName())
                && call.getTargetOwner().getPackageName().startsWith("org.assertj.");
    }

    private static boolean isExpecting(JavaMethodCall call) {
        return call.getTarget().getRawParameterTypes().stream().anyMatch(type -> type.isAssignableTo(Reason.class))
                && call.getTarget()
                        .resolveMember()
                        .filter(helper -> helper.getMethodCallsFromSelf().stream()
                                .anyMatch(inner ->
                                        isComparing(inner) || inner.getName().equals("isInstanceOfSatisfying")))
                        .isPresent();
    }

    private static String code(JavaFieldAccess access) {
        return access.getTargetOwner().getSimpleName() + "."
                + access.getTarget().getName();
    }
}

package se.samplan;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaFieldAccess;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Arrays;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import se.samplan.pipeline.SendingRefusal;
import se.samplan.refusal.Reason;

/** Every code that a command can be refused with is expected by a test of this side. */
class RefusalsAreTestedTest {

    /** Told at the door, before anybody decides: shown by the tests that send over HTTP. */
    private static final Class<?> AT_THE_DOOR = SendingRefusal.class;

    @Test
    void every_code_of_every_capability_is_expected_by_a_test() {
        var tests = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.ONLY_INCLUDE_TESTS)
                .importPackages("se.samplan");
        var expected = tests.stream()
                .flatMap(type -> type.getFieldAccessesFromSelf().stream())
                .filter(access -> access.getTargetOwner().isAssignableTo(Reason.class))
                .map(RefusalsAreTestedTest::code)
                .collect(Collectors.toCollection(TreeSet::new));

        var codes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("se.samplan").stream()
                        .filter(type -> type.isAssignableTo(Reason.class) && type.isEnum())
                        .filter(type -> !type.getPackageName().equals("se.samplan.http"))
                        .filter(type -> !type.isEquivalentTo(AT_THE_DOOR))
                        .map(JavaClass::reflect)
                        .flatMap(type -> Arrays.stream(type.getEnumConstants()))
                        .map(constant -> constant.getClass().getSimpleName() + "." + ((Enum<?>) constant).name())
                        .collect(Collectors.toCollection(TreeSet::new));

        assertThat(codes).hasSizeGreaterThan(60);
        codes.removeAll(expected);
        assertThat(codes).as("codes that no test expects").isEmpty();
    }

    private static String code(JavaFieldAccess access) {
        return access.getTargetOwner().getSimpleName() + "."
                + access.getTarget().getName();
    }
}

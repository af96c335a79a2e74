package se.samplan.plans;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import se.samplan.fold.CaseEntry;

/** No kind of entry is folded and then shown to nobody: the parallel plans ask a presenter for each. */
class EveryEntryIsPresentedTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("se.samplan");

    @Test
    void the_parallel_plans_ask_a_presenter_for_every_kind_of_entry() {
        var asked = CLASSES.stream()
                .filter(type -> type.getPackageName().equals(getClass().getPackageName()))
                .flatMap(EveryEntryIsPresentedTest::targets)
                .filter(type -> type.getSimpleName().endsWith("Presenter"));
        List<String> presented = asked.flatMap(EveryEntryIsPresentedTest::targets)
                .map(JavaClass::getName)
                .distinct()
                .toList();
        List<String> entries = CLASSES.stream()
                .filter(type -> type.isAssignableTo(CaseEntry.class) && !type.isInterface())
                .map(JavaClass::getName)
                .toList();

        assertThat(entries).hasSizeGreaterThan(9);
        assertThat(presented).containsAll(entries);
    }

    private static Stream<JavaClass> targets(JavaClass type) {
        return type.getDirectDependenciesFromSelf().stream().map(Dependency::getTargetClass);
    }
}

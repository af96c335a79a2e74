package se.samplan;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import se.samplan.planted.one.OneOfACircle;
import se.samplan.planted.other.OtherOfACircle;

/** The rules that hold in every module, for each to run over what it is built of. */
public final class ArchitectureRules {

    /** Breaks {@link #noCircles()}. */
    public static final List<Class<?>> A_CIRCLE = List.of(OneOfACircle.class, OtherOfACircle.class);

    private ArchitectureRules() {}

    /** All classes of the product on the class path, tests left out. */
    public static JavaClasses code() {
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .withImportOption(location -> !location.contains("-tests.jar") && !location.contains("test-classes/"))
                .importPackages("se.samplan");
    }

    /** Packages of one name in several modules count as one; what a sealed family permits is no dependency. */
    public static ArchRule noCircles() {
        return slices().matching("se.samplan.(**)")
                .should()
                .beFreeOfCycles()
                .because("what is below can be read without what is above");
    }
}

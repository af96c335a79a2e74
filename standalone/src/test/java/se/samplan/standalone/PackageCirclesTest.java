package se.samplan.standalone;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;

import org.junit.jupiter.api.Test;
import se.samplan.ArchitectureRules;

/** No circle of packages in both sides together; the command side shows that the rule finds one. */
class PackageCirclesTest {

    @Test
    void there_is_no_circle_of_packages() {
        var bothSides = ArchitectureRules.code().that(not(resideInAPackage("se.samplan.client..")));

        ArchitectureRules.noCircles().check(bothSides);
    }
}

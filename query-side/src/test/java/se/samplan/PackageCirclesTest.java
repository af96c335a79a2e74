package se.samplan;

import org.junit.jupiter.api.Test;

/** No circle of packages in all that this module is built of; the command side shows that the rule finds one. */
class PackageCirclesTest {

    @Test
    void there_is_no_circle_of_packages() {
        ArchitectureRules.noCircles().check(ArchitectureRules.code());
    }
}

package se.samplan.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import se.samplan.client.Client;

/** README's walk-through, run as it stands. */
@ExtendWith(RunningSamplan.Extension.class)
class WalkThroughTest {

    @Test
    void it_works_as_it_stands_and_shows_both_lanes_the_collision_and_its_clearance(
            RunningSamplan samplan, @TempDir Path folder) throws Exception {
        var shown = walk(folder, samplan.port());
        assertThat(shown)
                .as("the collision in the very answer to the command")
                .contains("\"code\":\"WORKPLACE_BESIDE_AGENCY_MEASURE\"");
        assertThat(shown)
                .as("both lanes side by side, and the collision that was there before the consent")
                .containsPattern(
                        "(?s)\n1481:LABOUR_MARKET .*\\| AF:AGENCY\n.*15 h/w  work.*\\| 2025-03-10 – 2025-09-10  20 h/w"
                                + ".*Prepare and match.*\ncollision, open: ");
        assertThat(shown)
                .as("the clearance, and what it resolved")
                .containsPattern("(?s)\ncollision, resolved: .*clearance was granted.*\nclearance, granted: ");
        assertThat(shown).as("the subsidy").contains("\"state\":\"APPROVED\"");
        assertThat(shown).as("the closing check of both lanes").containsPattern("\\{\"open\":.*\"lane\":\"AF:AGENCY\"");
        var last = shown.substring(shown.lastIndexOf("\n1481:LABOUR_MARKET "));
        assertThat(last).as("what the municipality sees after the withdrawal").contains("consent, withdrawn: ");
        assertThat(last.substring(0, last.indexOf("consent, withdrawn: ")))
                .doesNotContain("AF:AGENCY", "Prepare and match");
        assertThat(last).as("the history").contains("\"type\":\"ReferralMade\"");
    }

    /** What it prints, from a folder with a launcher that runs this build's client. */
    private static String walk(Path folder, int port) throws Exception {
        var launcher = Files.writeString(
                folder.resolve("samplan"),
                "#!/usr/bin/env bash\nexec '%s' -XX:TieredStopAtLevel=1 -cp '%s' %s \"$@\"\n"
                        .formatted(
                                Path.of(System.getProperty("java.home"), "bin", "java"),
                                System.getProperty("java.class.path"),
                                Client.class.getName()));
        Files.setPosixFilePermissions(launcher, PosixFilePermissions.fromString("rwx------"));
        var blocks = Readme.read().blocks("Walk through", "bash");
        assertThat(blocks).hasSizeGreaterThan(7);
        var script = String.join("\n", blocks).replace("http://localhost:8080", "http://localhost:" + port);
        assertThat(script).as("an address that is not named in full").doesNotContain("8080");
        var shown = Files.createDirectories(Path.of("target", "test-output")).resolve("walk-through.out");
        var process = new ProcessBuilder(
                        "bash",
                        "-eu",
                        Files.writeString(folder.resolve("walk.sh"), script).toString())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(shown.toFile())
                .start();
        try {
            assertThat(process.waitFor(3, TimeUnit.MINUTES)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        var text = Files.readString(shown);
        assertThat(process.exitValue()).as(text).isZero();
        return text;
    }
}

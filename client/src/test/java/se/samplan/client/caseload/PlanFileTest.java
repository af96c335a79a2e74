package se.samplan.client.caseload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanFileTest {

    @TempDir
    Path folder;

    @Test
    void the_same_plan_is_the_same_to_the_last_byte_and_reads_back() throws IOException {
        file(1).write(folder.resolve("one.json"));
        file(1).write(folder.resolve("deep/other.json"));
        assertThat(folder.resolve("deep/other.json")).hasSameBinaryContentAs(folder.resolve("one.json"));
        assertThat(PlanFile.read(folder.resolve("one.json"))).isEqualTo(file(1));
        file(2).write(folder.resolve("other.json"));
        assertThat(Files.readAllBytes(folder.resolve("other.json")))
                .isNotEqualTo(Files.readAllBytes(folder.resolve("one.json")));
    }

    @Test
    void it_holds_no_identity_number() throws IOException {
        var plan = plan(1);
        file(1).write(folder.resolve("plan.json"));
        var content = Files.readString(folder.resolve("plan.json"));
        var numbers = IdentityNumbers.of(plan.people(), 1);
        assertThat(plan.people()).allSatisfy(person -> assertThat(content)
                .doesNotContain(numbers.of(person))
                .doesNotContain(numbers.of(person).replace("-", "")));
    }

    @Test
    void it_says_what_the_reports_must_show_and_which_cells_cannot_be() {
        var file = PlanFile.of(Plan.make(TableFolder.shipped(), 2022, 1, 1, Weights.shipped()), 0);
        assertThat(file.shown("1384", PublishedTable.PARTICIPANTS_BY_SEX))
                .containsEntry("men", 342)
                .containsEntry("women", 310)
                .containsEntry("total", 652);
        assertThat(file.shown("1384", PublishedTable.REFERRAL_SOURCES)).containsEntry("social_services", 97);
        assertThat(file.unreachable()).extracting(UnreachableCell::published).containsExactly(5, 95);
    }

    @Test
    void another_file_is_refused() throws IOException {
        var other = Files.writeString(folder.resolve("other.json"), "[1]");
        assertThatThrownBy(() -> PlanFile.read(other)).hasMessageContaining("is not a plan");
    }

    private static PlanFile file(long seed) {
        return PlanFile.of(plan(seed), 7);
    }

    private static Plan plan(long seed) {
        return Plan.make(TableFolder.shipped(), 2022, seed, 0.05, Weights.shipped());
    }
}

package se.samplan.client.caseload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WeightsTest {

    private final String shipped = TableFolder.resource("/caseload/shares.properties");

    @Test
    void the_shipped_file_gives_every_share() {
        assertThat(Weights.shipped().percent(Weight.PROTECTED)).isEqualTo(0.25);
        assertThat(Weights.shipped().of(Weight.RETURNING, 50)).isEqualTo(2);
    }

    @Test
    void a_missing_an_unknown_and_an_impossible_share_are_named() {
        assertThatThrownBy(() -> Weights.parse("mine", shipped.replace("people.ended = 55", "")))
                .hasMessageContaining("mine: people.ended is missing");
        assertThatThrownBy(() -> Weights.parse("mine", shipped + "\npeople.lost = 1"))
                .hasMessageContaining("no share named people.lost");
        assertThatThrownBy(() -> Weights.parse("mine", shipped.replace("people.ended = 55", "people.ended = 101")))
                .hasMessageContaining("people.ended = 101 is not between 0 and 100");
        assertThatThrownBy(() -> Weights.parse("mine", shipped.replace("people.ended = 55", "people.ended = many")))
                .hasMessageContaining("people.ended = many is not a number");
    }

    @Test
    void a_file_that_is_not_there_is_named(@TempDir Path folder) {
        assertThatThrownBy(() -> Weights.read(folder.resolve("none"))).hasMessageContaining("cannot be read");
    }

    @Test
    void a_changed_share_changes_the_plan() {
        var more = Weights.parse("mine", shipped.replace("story.collision-moved = 1.5", "story.collision-moved = 5"));
        var usual = tracks(Weights.shipped());
        assertThat(usual).isPositive();
        assertThat(tracks(more)).isGreaterThan(usual * 2);
    }

    private static long tracks(Weights weights) {
        return Plan.make(TableFolder.shipped(), 2022, 1, 0.2, weights).scenarios().values().stream()
                .filter(scenario -> scenario.storyline() == Storyline.COLLISION_MOVED)
                .count();
    }
}

package se.samplan.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import se.samplan.refusal.Rejected;

class PositionsTest {

    private final Positions positions = new Positions(new byte[32]);

    @Test
    void a_token_tells_its_position_to_whoever_has_the_key() {
        for (long position : new long[] {0, 1, 4711, Long.MAX_VALUE}) {
            assertThat(new Positions(new byte[32]).read(positions.write(position)))
                    .isEqualTo(position);
        }
    }

    @Test
    void tokens_of_one_position_differ_and_all_are_of_one_length() {
        assertThat(positions.write(1)).isNotEqualTo(positions.write(1));
        assertThat(positions.write(1)).hasSameSizeAs(positions.write(Long.MAX_VALUE));
    }

    @Test
    void what_another_key_wrote_or_somebody_changed_is_refused() {
        var other = new byte[32];
        other[0] = 1;
        var token = positions.write(1);
        var changed = (token.startsWith("A") ? "B" : "A") + token.substring(1);

        assertThatThrownBy(() -> positions.read(new Positions(other).write(1))).isInstanceOf(Rejected.class);
        assertThatThrownBy(() -> positions.read(changed)).isInstanceOf(Rejected.class);
        assertThatThrownBy(() -> positions.read("?")).isInstanceOf(Rejected.class);
    }
}

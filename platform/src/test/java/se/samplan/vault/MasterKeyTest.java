package se.samplan.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MasterKeyTest {

    static final String BASE64 = base64(1, 32);

    static String base64(int first, int bytes) {
        var key = new byte[bytes];
        for (int i = 0; i < bytes; i++) {
            key[i] = (byte) (first + i);
        }
        return Base64.getEncoder().encodeToString(key);
    }

    @Test
    void a_purpose_always_gives_the_same_key() {
        // The same by HKDF-SHA-256 elsewhere: no salt, info "samplan wrap".
        assertThat(HexFormat.of().formatHex(MasterKey.of(BASE64).derive("wrap", 32)))
                .isEqualTo("9f181215d16630fddd285c181c60928990c07319f435db32613e0bb27409f1db");
    }

    @Test
    void every_purpose_has_a_key_of_its_own() {
        var key = MasterKey.of(BASE64);

        assertThat(Stream.of("wrap", "lookup", "position", "etag", "idempotency", "id")
                        .map(purpose -> HexFormat.of().formatHex(key.derive(purpose, 32)))
                        .distinct())
                .hasSize(6);
    }

    @Test
    void another_key_has_another_id() {
        assertThat(MasterKey.of(BASE64).id())
                .isEqualTo(MasterKey.of(" " + BASE64 + "\n").id())
                .isNotEqualTo(MasterKey.of(base64(2, 32)).id());
    }

    @Test
    void a_missing_key_is_named_by_its_property() {
        assertThatThrownBy(() -> MasterKey.of(null))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("SAMPLAN_MASTER_KEY")
                .hasMessageEndingWith("it is missing");
    }

    @ParameterizedTest
    @ValueSource(ints = {16, 31, 33})
    void a_key_of_another_length_is_refused(int bytes) {
        assertThatThrownBy(() -> MasterKey.of(base64(1, bytes)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageEndingWith("it has " + bytes + " bytes");
    }

    @Test
    void what_is_no_base64_is_refused_without_being_quoted() {
        assertThatThrownBy(() -> MasterKey.of("swordfish!"))
                .isInstanceOf(IllegalStateException.class)
                .hasNoCause()
                .hasMessageEndingWith("it is not base64")
                .hasMessageNotContaining("swordfish");
    }

    @Test
    void it_never_shows_itself() {
        assertThat(MasterKey.of(BASE64).toString()).doesNotContain(BASE64).matches("MasterKey\\[[0-9a-f]{1,8}]");
    }
}

package se.samplan.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.stream.Stream;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.MergedTrackingToken;
import org.axonframework.eventhandling.ReplayToken;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.ConfigToken;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TokenSerializerTest {

    private static final String PLACE = "org.axonframework.eventhandling.GlobalSequenceTrackingToken";

    private final Serializer serializer = TokenSerializer.create();

    static Stream<Arguments> every_token_has_a_golden() {
        var one = new GlobalSequenceTrackingToken(1);
        var two = new GlobalSequenceTrackingToken(2);
        var at = "{\"@class\":\"" + PLACE + "\",\"globalIndex\":%d}";
        return Stream.of(
                Arguments.of(two, "{\"globalIndex\":2}"),
                Arguments.of(
                        ReplayToken.createReplayToken(two, one),
                        "{\"tokenAtReset\":%s,\"currentToken\":%s,\"context\":null}"
                                .formatted(at.formatted(2), at.formatted(1))),
                Arguments.of(
                        MergedTrackingToken.merged(one, two),
                        "{\"lowerSegmentToken\":{\"@c\":\".GlobalSequenceTrackingToken\",\"globalIndex\":1},"
                                + "\"upperSegmentToken\":{\"@c\":\".GlobalSequenceTrackingToken\",\"globalIndex\":2}}"),
                Arguments.of(new ConfigToken(Map.of("id", "x")), "{\"config\":{\"id\":\"x\"}}"));
    }

    @ParameterizedTest
    @MethodSource
    void every_token_has_a_golden(TrackingToken token, String golden) {
        var read = serializer.<String, TrackingToken>deserialize(new SimpleSerializedObject<>(
                golden, String.class, token.getClass().getName(), null));

        assertThat(read).isEqualTo(token);
        assertThat(serializer.serialize(token, String.class).getData()).isEqualTo(golden);
    }

    @Test
    void no_other_class_is_made_of_a_token() {
        var forged = "{\"tokenAtReset\":{\"@class\":\"javax.swing.JFrame\"},\"currentToken\":null}";

        assertThatThrownBy(() -> serializer.deserialize(
                        new SimpleSerializedObject<>(forged, String.class, ReplayToken.class.getName(), null)))
                .isInstanceOf(SerializationException.class);
    }
}

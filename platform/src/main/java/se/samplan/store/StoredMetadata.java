package se.samplan.store;

import java.util.AbstractMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Metadata, parsed on first use: no fold uses it. */
final class StoredMetadata extends AbstractMap<String, String> {

    private final byte[] stored;
    private final EventCodec codec;
    private volatile @Nullable Map<String, String> parsed;

    StoredMetadata(byte[] stored, EventCodec codec) {
        this.stored = stored;
        this.codec = codec;
    }

    @Override
    public Set<Entry<String, String>> entrySet() {
        var texts = parsed;
        if (texts == null) {
            texts = codec.decodeMetadata(stored);
            parsed = texts;
        }
        return texts.entrySet();
    }
}

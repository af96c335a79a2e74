package se.samplan.store;

import java.util.AbstractMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Metadata that is parsed on first use: no fold uses it. */
final class StoredMetadata extends AbstractMap<String, String> {

    private final byte[] stored;
    private final EventCodec codec;
    private volatile @Nullable Map<String, String> read;

    StoredMetadata(byte[] stored, EventCodec codec) {
        this.stored = stored;
        this.codec = codec;
    }

    @Override
    public Set<Entry<String, String>> entrySet() {
        var texts = read;
        if (texts == null) {
            texts = codec.decodeMetadata(stored);
            read = texts;
        }
        return texts.entrySet();
    }
}

package se.samplan.vault;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.google.crypto.tink.Aead;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.samplan.casework.DocumentClass;
import se.samplan.casework.LaneId;
import se.samplan.casework.ParticipantId;
import se.samplan.store.Query;
import se.samplan.store.Sql;

/** The keys of sealed fields, created when first needed and cached for a while. */
final class DataKeys {

    private static final int REMEMBERED = 10_000;

    /** How long this process may still use a key that another has destroyed. */
    private static final Duration TIME_TO_LIVE = Duration.ofMinutes(5);

    private final WrappedKeys wrappedKeys;
    private final JdbcClient jdbc;
    private final IndependentTransaction independentTransaction;
    private final Cache<Owner, DataKey> byOwner = cache();
    private final Cache<UUID, DataKey> byId = cache();

    /** Whose key it is: destroying it erases what this lane entered in this class, and nothing of others. */
    record Owner(ParticipantId participant, LaneId lane, DocumentClass documentClass) {}

    /** A data key ready for use. */
    record DataKey(UUID id, Aead aead) {}

    /** Whose key it is, and the key. */
    record Owned(ParticipantId participant, DataKey key) {}

    private record OwnedRow(ParticipantId participant, Row key) {

        static OwnedRow read(ResultSet row) throws SQLException {
            return new OwnedRow(new ParticipantId(row.getObject(4, UUID.class)), Row.read(row));
        }
    }

    private record Row(UUID id, WrappedKeys.Wrapped wrapped) {

        static Row read(ResultSet row) throws SQLException {
            return new Row(row.getObject(1, UUID.class), new WrappedKeys.Wrapped(row.getInt(2), row.getBytes(3)));
        }
    }

    DataKeys(WrappedKeys wrappedKeys, DataSource vault) {
        this.wrappedKeys = wrappedKeys;
        this.jdbc = JdbcClient.create(vault);
        this.independentTransaction = new IndependentTransaction(vault);
    }

    /** The key of this owner; stored before it is used, whatever becomes of the command. */
    DataKey of(Owner owner) {
        var cached = byOwner.getIfPresent(owner);
        return cached != null
                ? cached
                : of(Sql.of("select ?::uuid", owner.participant.value()), owner.lane, owner.documentClass)
                        .map(Owned::key)
                        .orElseThrow();
    }

    /**
     * As {@link #of(Owner)}, for the participant that this SELECT returns; empty, and nothing stored, if it returns
     * none.
     */
    Optional<Owned> of(Sql participant, LaneId lane, DocumentClass documentClass) {
        return independentTransaction.query(asking(participant, lane, documentClass));
    }

    /** The query of {@link #of(Sql, LaneId, DocumentClass)}; reading its row caches the key. */
    Query<Owned> asking(Sql participant, LaneId lane, DocumentClass documentClass) {
        var id = UUID.randomUUID();
        var offered = wrappedKeys.fresh(name(id)).wrapped();
        var parameters = new ArrayList<>(participant.parameters());
        Collections.addAll(parameters, lane.toString(), documentClass.name(), id, offered.masterKey, offered.bytes);
        return new Query<>(
                new Sql(
                        "with allowed (participant_id) as materialized (" + participant.text() + ")"
                                + " select key_id, master_key, wrapped, participant_id"
                                + " from allowed, vault.data_key(participant_id, ?, ?, ?, ?, ?)",
                        parameters),
                row -> cache(lane, documentClass, OwnedRow.read(row)));
    }

    boolean isAtHand(Owner owner) {
        return byOwner.getIfPresent(owner) != null;
    }

    /** The keys of these ids, without those that have been destroyed. */
    Map<UUID, DataKey> of(Collection<UUID> ids) {
        var found = new HashMap<>(byId.getAllPresent(ids));
        var missing = new HashSet<>(ids);
        missing.removeAll(found.keySet());
        if (!missing.isEmpty()) {
            for (var row : independentTransaction.run(() -> load(missing))) {
                found.put(row.id, cache(row));
            }
        }
        return found;
    }

    private Collection<Row> load(Set<UUID> ids) {
        return jdbc.sql("select key_id, master_key, wrapped from vault.data_keys(?)")
                .param(ids.toArray(UUID[]::new))
                .query((row, number) -> Row.read(row))
                .list();
    }

    private Owned cache(LaneId lane, DocumentClass documentClass, OwnedRow row) {
        var key = cache(row.key);
        byOwner.put(new Owner(row.participant, lane, documentClass), key);
        return new Owned(row.participant, key);
    }

    private DataKey cache(Row row) {
        var key = new DataKey(row.id, wrappedKeys.unwrap(row.wrapped, name(row.id)));
        byId.put(key.id, key);
        return key;
    }

    private static String name(UUID id) {
        return "data|" + id;
    }

    private static <K, V> Cache<K, V> cache() {
        return Caffeine.newBuilder()
                .maximumSize(REMEMBERED)
                .expireAfterWrite(TIME_TO_LIVE)
                .build();
    }
}

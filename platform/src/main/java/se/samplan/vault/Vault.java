package se.samplan.vault;

import com.google.crypto.tink.subtle.PrfHmacJce;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.spec.SecretKeySpec;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.samplan.store.Query;
import se.samplan.store.Sql;

/** Where identity numbers are: found by a keyed hash, stored encrypted under a key of the person's own. */
public final class Vault {

    /** The constraint that {@link #put} breaks if another transaction registered the number first: decide again. */
    public static final String NUMBER_TAKEN = "identity_lookup";

    private static final int LOOKUP_BYTES = 32;

    private final int masterKey;
    private final WrappedKeys wrappedKeys;
    private final PrfHmacJce lookups;
    private final JdbcClient jdbc;
    private final IndependentTransaction independentTransaction;

    Vault(MasterKey master, DataSource vault) {
        masterKey = master.id();
        wrappedKeys = new WrappedKeys(master);
        lookups = hmac(master.derive("lookup", LOOKUP_BYTES));
        jdbc = JdbcClient.create(vault);
        independentTransaction = new IndependentTransaction(vault);
    }

    /**
     * Refuses a master key that this vault has never seen: under it, everybody would be registered a second time.
     *
     * @throws IllegalStateException if it is another than the vault was filled with
     */
    void checkMasterKey() {
        var known = independentTransaction.run(() -> jdbc.sql("select vault.use_master_key(?)")
                .param(masterKey)
                .query(Integer.class)
                .optional());
        if (known.isEmpty()) {
            throw new IllegalStateException("samplan.master-key (SAMPLAN_MASTER_KEY in the environment) is not the key"
                    + " that this database was filled with; nothing personal could be read or found");
        }
    }

    /** Who has this number; to be asked with a command's first reads. */
    public Query<UUID> whoHas(SecretNumber number) {
        return Query.of(
                row -> row.getObject(1, UUID.class),
                "select person_id from vault.find(?) as person_id",
                lookup(number));
    }

    /** Who has this number; asked at once, in the transaction under way. */
    public Optional<UUID> find(SecretNumber number) {
        var query = whoHas(number).sql();
        return jdbc.sql(query.text())
                .params(query.parameters())
                .query(UUID.class)
                .optional();
    }

    /**
     * Stores that the person has this number, with what a command writes. For a person who is known already it looks the
     * same and changes nothing, so send it always: then nobody can tell by the time taken.
     */
    public Sql put(SecretNumber number, UUID person) {
        return new Sql("select vault.put(?, ?, ?, ?, ?, ?)", entry(number, person));
    }

    /** What the vault's functions take to keep that the person has this number. */
    private List<@Nullable Object> entry(SecretNumber number, UUID person) {
        var key = wrappedKeys.fresh(keyName(person));
        return List.of(
                lookup(number),
                number.subject().name(),
                person,
                masterKey,
                key.wrapped().bytes,
                sealed(number, key, person));
    }

    private static byte[] sealed(SecretNumber number, WrappedKeys.Fresh key, UUID person) {
        return WrappedKeys.encrypt(key.aead(), WrappedKeys.bytes(number.revealed()), numberName(person));
    }

    /**
     * The id under which the vault knows this number, given now if it has none; at the door, for numbers that no stream is
     * registered by, as a sole trader's. One question to the vault, and none of its own for the condition.
     *
     * @param ifAny its row is read too; the id is empty, and nothing given, if it finds none
     */
    public Optional<UUID> idOf(SecretNumber number, Query<?> ifAny) {
        var parameters = new ArrayList<>(ifAny.sql().parameters());
        parameters.addAll(entry(number, UUID.randomUUID()));
        return independentTransaction.query(new Query<>(
                new Sql(
                        "with allowed as materialized (" + ifAny.sql().text() + ")"
                                + " select allowed.*, vault.id_of(?, ?, ?, ?, ?, ?) as given from allowed",
                        parameters),
                row -> {
                    ifAny.row().read(row);
                    return row.getObject("given", UUID.class);
                }));
    }

    /**
     * The person's identity number, canonical; empty if it is erased or nobody has this id. That it was opened is on
     * record before it is answered.
     *
     * @param actor the staff member who gets to see it
     */
    public Optional<String> open(UUID person, UUID actor, OpeningReason reason) {
        return independentTransaction.run(() -> jdbc.sql("select master_key, wrapped, sealed from vault.open(?, ?, ?)")
                .params(person, actor, reason.name())
                .query((row, number) ->
                        number(new WrappedKeys.Wrapped(row.getInt(1), row.getBytes(2)), row.getBytes(3), person))
                .optional());
    }

    private String number(WrappedKeys.Wrapped key, byte[] sealed, UUID person) {
        try {
            var number =
                    wrappedKeys.unwrap(key, keyName(person)).decrypt(sealed, WrappedKeys.bytes(numberName(person)));
            return new String(number, StandardCharsets.UTF_8);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("an identity number of the vault does not belong where it stands", e);
        }
    }

    private byte[] lookup(SecretNumber number) {
        try {
            return lookups.compute(WrappedKeys.bytes(number.subject() + "|" + number.revealed()), LOOKUP_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no HMAC-SHA-256", e);
        }
    }

    private static PrfHmacJce hmac(byte[] key) {
        try {
            return new PrfHmacJce("HMACSHA256", new SecretKeySpec(key, "HMAC"));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no HMAC-SHA-256", e);
        }
    }

    private static String keyName(UUID person) {
        return "person|" + person;
    }

    private static String numberName(UUID person) {
        return "number|" + person;
    }
}
